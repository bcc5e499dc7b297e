'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useIssueWords } from '@/components/corpora/issue-words'
import type { ImportIssueView } from '@/lib/corpora/schema'

/** One line of an import's report: where, what, and the text that stands there. */
export function IssueRow({ issue }: { issue: ImportIssueView }) {
  const t = useTranslations('corpora.detail')
  const { sentence, particulars } = useIssueWords().say(issue)
  const refused = issue.severity === 'error'
  const Icon = refused ? CircleAlert : TriangleAlert
  return (
    <li className="hairline-b grid grid-cols-[1rem_5.5rem_minmax(0,1fr)] items-start gap-2 py-1.5">
      <Icon
        className={refused ? 'mt-0.5 size-4 text-rejected' : 'mt-0.5 size-4 text-waiting'}
        aria-label={t(`report.${issue.severity}`)}
      />
      <span className="text-muted tabular-nums">{t('line', { line: issue.line })}</span>
      <span className="flex min-w-0 flex-col">
        <span>
          {sentence}
          {particulars.length > 0 && (
            <span className="break-words pl-2 text-muted text-xs">{particulars.join(' · ')}</span>
          )}
        </span>
        {issue.excerpt !== '' && (
          <code className="truncate font-mono text-muted text-xs">{issue.excerpt}</code>
        )}
      </span>
    </li>
  )
}
