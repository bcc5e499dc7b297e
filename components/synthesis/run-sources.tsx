'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import type { RunView } from '@/lib/synthesis/schema'

export type RunCorpus = { id: string; name: string; licence: string }
type Props = { project: string; run: RunView; corpora: readonly RunCorpus[] }

/** The corpora of a run with their licences: what an export of it has to keep to. */
export function RunSources({ project, run, corpora }: Props) {
  const t = useTranslations('synthesis.run')
  const format = useFormatter()
  const counts = Object.entries(run.counts.byCorpus).sort(([, one], [, other]) => other - one)
  return (
    <section className="flex flex-col gap-1">
      <h2 className="font-semibold">{t('sources')}</h2>
      <ul>
        {counts.map(([id, count]) => {
          const corpus = corpora.find((one) => one.id === id)
          return (
            <li key={id} className="hairline-t flex min-h-8 items-center gap-4">
              <TextLink quiet className="min-w-0 flex-1 truncate" href={`/p/${project}/corpora/${id}`}>
                {corpus?.name ?? id}
              </TextLink>
              <span className="truncate text-muted text-xs">{corpus?.licence}</span>
              <span className="text-xs tabular-nums">{format.number(count)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
