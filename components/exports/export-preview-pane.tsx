'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { ExportOrder, ExportPreview } from '@/lib/exports/schema'

type Props = { preview: UseQueryResult<ExportPreview>; order: ExportOrder }

/** The first record as the file will hold it, and the names of the files. */
export function ExportPreviewPane({ preview, order }: Props) {
  const t = useTranslations('exports.dialog')
  const { data } = preview
  return (
    <section aria-label={t('preview')} aria-busy={preview.isFetching} className="flex min-w-0 flex-col gap-3">
      <h3 className="font-medium text-xs">{t('preview')}</h3>
      <ErrorLine error={preview.error} />
      {preview.isPending && <Skeleton className="h-56" />}
      {data &&
        (data.record === null ? (
          <p className="rounded-md border border-line p-3 text-muted">
            {order.format === 'trl-preference' ? t('previewPairs') : t('previewNone')}
          </p>
        ) : (
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
            tabIndex={0}
            className="max-h-80 overflow-auto whitespace-pre-wrap break-words rounded-md border border-line bg-sunken p-3 font-mono text-xs"
          >
            {data.record}
          </pre>
        ))}
      {data && (
        <>
          <h3 className="font-medium text-xs">{t('files')}</h3>
          <ul className="flex flex-col gap-0.5 font-mono text-muted text-xs">
            {data.files.map((name) => (
              <li key={name} className="break-all">
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
