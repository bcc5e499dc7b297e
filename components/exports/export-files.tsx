'use client'

import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useBytes } from '@/components/ui/bytes'
import { downloadExportEndpoint, type ExportView } from '@/lib/exports/schema'
import { endpointUrl } from '@/lib/platform/call-endpoint'

/** Every file with its size and its sum, as it can be had alone. */
export function ExportFiles({ project, one }: { project: string; one: ExportView }) {
  const t = useTranslations('exports')
  const format = useFormatter()
  const bytes = useBytes()
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t('detail.files')}</h2>
      <table className="w-full max-w-5xl border-collapse text-left">
        <thead className="text-muted text-xs">
          <tr className="hairline-b">
            <th className="py-1.5 pr-4 font-normal">{t('detail.file')}</th>
            <th className="py-1.5 pr-4 text-right font-normal max-sm:hidden">{t('detail.rows')}</th>
            <th className="py-1.5 pr-4 text-right font-normal">{t('detail.size')}</th>
            <th className="py-1.5 font-normal max-md:hidden">{t('detail.sha256')}</th>
          </tr>
        </thead>
        <tbody>
          {one.files.map((file) => (
            <tr key={file.name} className="hairline-b align-top">
              <td className="py-1.5 pr-4">
                <a
                  className="inline-flex items-start gap-1.5 rounded-sm text-accent-text hover:underline"
                  href={endpointUrl(downloadExportEndpoint, {
                    params: { project, export: one.id, name: file.name },
                  })}
                  aria-label={t('download', { name: file.name })}
                  download={file.name.split('/').at(-1)}
                >
                  <Download className="mt-0.5 size-3.5 shrink-0" aria-hidden />
                  <span className="break-all font-mono text-xs leading-5">{file.name}</span>
                </a>
              </td>
              <td className="py-1.5 pr-4 text-right tabular-nums max-sm:hidden">
                {file.rows === null ? '' : format.number(file.rows)}
              </td>
              <td className="whitespace-nowrap py-1.5 pr-4 text-right tabular-nums">{bytes(file.bytes)}</td>
              <td className="py-1.5 max-md:hidden">
                <code className="break-all font-mono text-muted text-xs">{file.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
