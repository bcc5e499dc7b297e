'use client'

import { useTranslations } from 'next-intl'
import { useFixWords } from '@/components/corpora/fix-words'
import { useFixes } from '@/components/corpora/fixes.query'
import { cn } from '@/components/ui/cn'
import type { CorpusView } from '@/lib/corpora/schema'

/** What the import itself changed or took out, as it was settled before it. Later fixes stand beside the problems. */
export function PlanReport({ project, corpus }: { project: string; corpus: CorpusView }) {
  const t = useTranslations('fixes')
  const words = useFixWords()
  const { data } = useFixes(project, corpus.id)
  const { importedAt } = corpus
  if (!data || importedAt === null) return null
  const planned = data.items.filter(({ finishedAt }) => finishedAt !== null && finishedAt <= importedAt)
  if (planned.length === 0) return null
  return (
    <section className="hairline-b flex flex-col gap-1 px-4 py-3" aria-labelledby="plan-report">
      <h2 id="plan-report" className="font-semibold">
        {t('plan.report')}
      </h2>
      <ol className="flex flex-col">
        {planned.toReversed().map(({ number, fix, counts, undone }) => (
          <li key={number} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-2 py-1">
            <span className="pt-0.5 text-right font-mono text-muted text-xs">{number}</span>
            <p className="min-w-0 break-words">
              <span className={cn(undone && 'text-muted line-through')}>{words.deed(fix)}</span>{' '}
              <span className="text-muted">
                {words.done(counts) || t('plan.touchedNothing')}
                {undone && ` · ${t('undone')}`}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
