'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Manifest } from '@/lib/exports/model'

/** The corpora behind an export, each with its licence and what that asks for. */
export function ExportSources({ manifest }: { manifest: Manifest }) {
  const t = useTranslations('exports')
  const format = useFormatter()
  const { licence, corpora } = manifest
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t('detail.sources')}</h2>
      <ul className="max-w-5xl">
        {corpora.map((one) => (
          <li key={one.id} className="hairline-b flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-1.5">
            <span className="font-medium">{one.name}</span>
            <span>{one.licence}</span>
            {one.licenceKind !== 'permissive' && (
              <span className="text-muted">{t(`licenceKinds.${one.licenceKind}`)}</span>
            )}
            <span className="ml-auto text-muted tabular-nums">{format.number(one.records)}</span>
          </li>
        ))}
      </ul>
      {licence.declared && <p>{t('dialog.licenceOf', { licence: licence.declared })}</p>}
      {licence.conflicts.length > 0 && (
        <p className="text-waiting">
          {t('detail.reasonKept', {
            licences: licence.conflicts.map((one) => one.licence).join(', '),
            reason: licence.confirmedBecause ?? '',
          })}
        </p>
      )}
    </section>
  )
}
