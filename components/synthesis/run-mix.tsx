'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { LabelBars } from '@/components/corpora/label-bars'
import { CorpusLabels } from '@/components/corpora/label-book'
import { mixPartsOf } from '@/components/synthesis/mix-parts'
import { MixPicture } from '@/components/synthesis/mix-picture'
import { RunGates } from '@/components/synthesis/run-gates'
import { type RunCorpus, RunSources } from '@/components/synthesis/run-sources'
import { useBytes } from '@/components/ui/bytes'
import { CopyButton } from '@/components/ui/copy-button'
import { Stat } from '@/components/ui/stat'
import { strategies } from '@/lib/synthesis/model'
import type { RunView } from '@/lib/synthesis/schema'

type Props = { project: string; run: RunView; corpora: readonly RunCorpus[] }

/** What a run holds: its mix as a picture, against what the recipe wants; its sources; what the gates refused. */
export function RunMix({ project, run, corpora }: Props) {
  const t = useTranslations('synthesis')
  const bytes = useBytes()
  const { byLabel, byCorpus, mix } = run.counts
  const nameOf = (id: string) => corpora.find((corpus) => corpus.id === id)?.name ?? id
  const labels = Object.entries(byLabel)
    .map(([label, items]) => ({ label, items, instances: items }))
    .sort((a, b) => b.items - a.items)
  return (
    <div className="flex flex-col gap-6">
      <Figures run={run} />
      <Shortfalls run={run} />
      <MixPicture parts={mixPartsOf(mix)} counted />
      {run.sha256 && (
        <p className="flex items-center gap-1.5 text-muted text-xs">
          <span className="shrink-0">{t('run.bytes', { size: bytes(run.bytes) })}</span>
          <code className="truncate font-mono">{run.sha256}</code>
          <CopyButton text={run.sha256} />
        </p>
      )}
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <RunGates {...{ project, run, nameOf }} isMeasured={corpora.some(({ heldOut }) => heldOut)} />
        <RunSources project={project} run={run} corpora={corpora} />
      </div>
      {labels.length > 0 && (
        <details>
          <summary className="w-fit cursor-default font-semibold">{t('run.byLabel')}</summary>
          <div className="pt-2">
            <CorpusLabels of={Object.keys(byCorpus)}>
              <LabelBars labels={labels} />
            </CorpusLabels>
          </div>
        </details>
      )}
    </div>
  )
}

/** Shares stand beside what the recipe wants of them. */
function Figures({ run }: { run: RunView }) {
  const t = useTranslations('synthesis')
  const format = useFormatter()
  const { basic, compound, empty, rules } = run.counts
  const { recipe } = run
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const shareOf = (count: number, all: number, target: number) =>
    t('run.target', { share: percent(count / Math.max(1, all)), target: percent(target) })
  const all = basic + compound
  const ruled = rules.changed + rules.unchanged
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-3">
      <Stat label={t('columns.records')} value={run.instructionCount} />
      <Stat label={t('run.basic')} value={basic} note={shareOf(basic, all, 1 - recipe.compoundShare)} />
      <Stat label={t('run.compound')} value={compound} note={shareOf(compound, all, recipe.compoundShare)} />
      <Stat
        label={t('run.empty')}
        value={empty}
        note={run.asking > 0 && shareOf(empty, run.asking, recipe.emptyShare)}
      />
      {ruled > 0 && (
        <Stat
          label={t('run.ruleUnchanged')}
          value={rules.unchanged}
          note={shareOf(rules.unchanged, ruled, recipe.ruleNoChangeShare)}
        />
      )}
    </div>
  )
}

/** What was drawn and could not be had: in sentences, as each says what to do about it. */
function Shortfalls({ run }: { run: RunView }) {
  const t = useTranslations('synthesis')
  const format = useFormatter()
  const { unguided, missed, carriedOver } = run.counts
  const lacking = strategies.flatMap((one) =>
    missed[one] ? [t('run.missedOne', { what: t(`madeOf.${one}`), count: missed[one] })] : [],
  )
  const lines = [
    ...(unguided > 0 ? [t('run.unguided', { count: unguided })] : []),
    ...(lacking.length > 0 ? [t('run.missed', { list: format.list(lacking) })] : []),
    ...(carriedOver > 0 ? [t('run.carriedOver', { count: carriedOver })] : []),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="flex max-w-prose flex-col gap-1 text-muted">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
