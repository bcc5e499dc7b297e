'use client'

import { useTranslations } from 'next-intl'
import { FixDialog } from '@/components/corpora/fix-dialog'
import { Button } from '@/components/ui/button'
import type { Fix } from '@/lib/corpora/fixes/model'
import type { ProblemKind } from '@/lib/corpora/survey/model'

type Props = {
  project: string
  corpus: string
  kind: ProblemKind
  /** A group of it; otherwise all of the kind are meant. */
  group?: { groupKey: string; detail: Record<string, unknown> }
}

const REPEATS: readonly ProblemKind[] = ['exact-duplicate', 'near-duplicate', 'conflicting-duplicate']

/** What can be done about a problem, each with a preview. */
export function ProblemFixes({ project, corpus, kind, group }: Props) {
  const t = useTranslations('fixes.offers')
  const given = { project, corpus }
  const say = (offer: 'keepFirst' | 'dropAll' | 'keep') => t(group ? offer : `every.${offer}`)
  const about = { problem: kind, ...(group && { group: group.groupKey }) }
  return (
    <div className="flex flex-wrap gap-1.5">
      {group && kind === 'label-variant' && <Spellings {...given} group={group} />}
      {group && kind === 'unknown-label' && (
        <Offer {...given} words={t('dropLabel', { label: group.groupKey })} fix={dropLabel(group.groupKey)} />
      )}
      {REPEATS.includes(kind) && (
        <Offer
          {...given}
          words={say('keepFirst')}
          fix={{ kind: 'drop-instances', ...about, keep: 'first' }}
        />
      )}
      {kind !== 'label-variant' && kind !== 'exact-duplicate' && (
        <Offer {...given} words={say('dropAll')} fix={{ kind: 'drop-instances', ...about, keep: 'none' }} />
      )}
      <Offer {...given} words={say('keep')} fix={{ kind: 'keep', ...about }} />
    </div>
  )
}

function dropLabel(label: string): Fix {
  return { kind: 'drop-label', from: [label], part: 'label' }
}

/** One of the spellings for all of them. */
function Spellings({ project, corpus, group }: Omit<Props, 'kind'>) {
  const t = useTranslations('fixes.offers')
  const { labels } = group?.detail ?? {}
  const spellings = Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : []
  return spellings.map((to) => (
    <Offer
      key={to}
      project={project}
      corpus={corpus}
      words={t('mergeInto', { label: to })}
      fix={{ kind: 'relabel', from: spellings.filter((label) => label !== to), to, part: 'label' }}
    />
  ))
}

type OfferProps = { project: string; corpus: string; words: string; fix: Fix }

function Offer({ words, ...fixed }: OfferProps) {
  return <FixDialog {...fixed} trigger={<Button size="sm">{words}</Button>} />
}
