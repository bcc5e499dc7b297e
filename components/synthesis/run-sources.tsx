'use client'

import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import { classifyLicence, findLicenceConflicts } from '@/lib/corpora/licences/model'
import type { RunView } from '@/lib/synthesis/schema'

export type RunCorpus = { id: string; name: string; licence: string; heldOut: boolean }
type Props = { project: string; run: RunView; corpora: readonly RunCorpus[] }

/** The corpora of a run with their licences, and what an export of it has to keep to. */
export function RunSources({ project, run, corpora }: Props) {
  const t = useTranslations('synthesis.run')
  const format = useFormatter()
  const kinds = useTranslations('exports.licenceKinds')
  const countOf = (id: string) => run.counts.byCorpus[id] ?? 0
  const sources = run.recipe.corpora
    .map(({ id }) => corpora.find((one) => one.id === id) ?? { id, name: id, licence: '', heldOut: false })
    .sort((one, other) => countOf(other.id) - countOf(one.id))
  const within = sources.filter(({ id, licence }) => countOf(id) > 0 && licence !== '')
  const conflicts = findLicenceConflicts(
    within.map(({ licence }) => licence),
    null,
  ).map(({ licence }) => licence)
  return (
    <section className="flex flex-col gap-1">
      <h2 className="font-semibold">{t('sources')}</h2>
      <ul>
        {sources.map(({ id, name, licence }) => {
          const kind = classifyLicence(licence)
          return (
            <li key={id} className="hairline-t flex min-h-8 items-baseline gap-x-4 py-1.5">
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
                <TextLink quiet className="min-w-0 truncate" href={`/p/${project}/corpora/${id}`}>
                  {name}
                </TextLink>
                <span className="text-muted text-xs">
                  {licence}
                  {licence !== '' && kind !== 'permissive' && ` · ${kinds(kind)}`}
                </span>
              </span>
              <span className="min-w-12 text-right text-xs tabular-nums">{format.number(countOf(id))}</span>
            </li>
          )
        })}
      </ul>
      {conflicts.length > 0 && (
        <p className="flex items-start gap-1.5 pt-1 text-waiting">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t('licenceConflict', { licences: format.list(conflicts) })}
        </p>
      )}
    </section>
  )
}
