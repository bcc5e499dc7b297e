'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useIssueWords } from '@/components/corpora/issue-words'
import { LabelTag } from '@/components/ui/label-hue'
import type { ProblemGroup } from '@/lib/corpora/survey/schema'

const NAMED = ['short', 'signs', 'space', 'punctuation'] as const

/** What the instances of a group have in common, where that is more than the kind of the problem says. */
export function GroupName({ group: { kind, groupKey, detail } }: { group: ProblemGroup }) {
  const t = useTranslations('survey.problems.groups')
  const issues = useIssueWords()
  const locale = useLocale()
  if (kind === 'unknown-label' || kind === 'label-variant') {
    const labels = Array.isArray(detail.labels) ? detail.labels.map(String) : [groupKey]
    return (
      <p className="flex flex-wrap gap-1.5">
        {labels.map((label) => (
          <LabelTag key={label} label={label} />
        ))}
      </p>
    )
  }
  const wordsOf = () => {
    if (kind === 'flagged-answer') return issues.nameOf(groupKey)
    if (kind === 'other-script') return new Intl.DisplayNames(locale, { type: 'script' }).of(groupKey)
    const named = NAMED.find((one) => one === groupKey)
    return named && t(named)
  }
  const words = wordsOf()
  return words ? <p className="text-muted">{words}</p> : null
}
