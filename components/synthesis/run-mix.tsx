'use client'

import { useTranslations } from 'next-intl'
import { LabelBars } from '@/components/corpora/label-bars'
import { CorpusLabels } from '@/components/corpora/label-book'
import { useBytes } from '@/components/ui/bytes'
import { CopyButton } from '@/components/ui/copy-button'
import { Stat } from '@/components/ui/stat'
import type { RunView } from '@/lib/synthesis/schema'

/** What a run holds: basic against compound as one bar, counts, what the gates refused, how often each label was asked for. */
export function RunMix({ run, nameOf }: { run: RunView; nameOf: (corpusId: string) => string }) {
  const t = useTranslations('synthesis')
  const bytes = useBytes()
  const { basic, compound, empty, unguided, refused, byLabel, byCorpus } = run.counts
  const labels = Object.entries(byLabel)
    .map(([label, items]) => ({ label, items, instances: items }))
    .sort((a, b) => b.items - a.items)
  const refusals = Object.entries(refused) as [keyof typeof refused & string, number][]
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap gap-x-10 gap-y-3">
        <Stat label={t('columns.records')} value={run.instructionCount} />
        <Stat label={t('run.basic')} value={basic} />
        <Stat label={t('run.compound')} value={compound} />
        <Stat label={t('run.empty')} value={empty} />
        {Object.entries(byCorpus).map(([id, count]) => (
          <Stat key={id} label={nameOf(id)} value={count} />
        ))}
      </div>
      <MixBar basic={basic} compound={compound} />
      {unguided > 0 && <p className="text-muted">{t('run.unguided', { count: unguided })}</p>}
      {run.sha256 && (
        <p className="flex items-center gap-1.5 text-muted text-xs">
          <span className="shrink-0">{t('run.bytes', { size: bytes(run.bytes) })}</span>
          <code className="truncate font-mono">{run.sha256}</code>
          <CopyButton text={run.sha256} />
        </p>
      )}
      <div className="grid gap-6 md:grid-cols-2">
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{t('run.byLabel')}</h2>
          <CorpusLabels of={Object.keys(byCorpus)}>
            <LabelBars labels={labels} />
          </CorpusLabels>
        </section>
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{t('run.refused')}</h2>
          {refusals.length === 0 && <p className="text-muted">{t('run.refusedNone')}</p>}
          <ul className="flex flex-col gap-1">
            {refusals.map(([reason, count]) => (
              <li key={reason} className="flex justify-between gap-4">
                <span>{t(`run.reasons.${reason}` as 'run.reasons.schema')}</span>
                <span className="tabular-nums">{count}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

function MixBar({ basic, compound }: { basic: number; compound: number }) {
  const t = useTranslations('synthesis.run')
  const total = Math.max(1, basic + compound)
  const share = (part: number) => `${(part / total) * 100}%`
  const words = `${t('basic')} ${Math.round((basic / total) * 100)} %, ${t('compound')} ${Math.round((compound / total) * 100)} %`
  return (
    <div
      role="img"
      aria-label={`${t('mix')}: ${words}`}
      className="flex h-3 max-w-2xl overflow-hidden rounded-sm bg-pressed"
    >
      <span className="bg-line-strong" style={{ width: share(basic) }} />
      <span className="bg-accent" style={{ width: share(compound) }} />
    </div>
  )
}
