'use client'

import { useTranslations } from 'next-intl'
import { useHoldOut } from '@/components/corpora/corpora.query'
import { useErrorText } from '@/components/ui/error-text'
import type { CorpusView } from '@/lib/corpora/schema'

/** Whether models are measured on this corpus; then no run may hold what it holds. */
export function HeldOutChoice({
  project,
  corpus,
  canLead,
}: {
  project: string
  corpus: CorpusView
  canLead: boolean
}) {
  const t = useTranslations('corpora.detail.about')
  const holdOut = useHoldOut(project, corpus.id)
  const errorText = useErrorText()
  return (
    <div className="grid gap-1">
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          checked={holdOut.isPending ? holdOut.variables : corpus.heldOut}
          disabled={!canLead || holdOut.isPending}
          onChange={(event) => holdOut.mutate(event.target.checked)}
        />
        <span>{t('heldOutYes')}</span>
      </label>
      <p className="max-w-prose text-muted text-xs">{t('heldOutHint')}</p>
      {holdOut.isError && (
        <p role="alert" className="text-rejected text-xs">
          {errorText(holdOut.error)}
        </p>
      )}
    </div>
  )
}
