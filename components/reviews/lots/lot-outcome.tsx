'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useUndoLot } from '@/components/reviews/lots/lots.query'
import { useRefusalText } from '@/components/reviews/refusal-text'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import type { LotDraft, LotResult } from '@/lib/reviews/lots/schema'

type Props = {
  project: string
  lot: string
  drafts: readonly LotDraft[]
  results: readonly LotResult[]
}

/** What came of a lot: how many were decided, each that was not with its reason, and the way back. */
export function LotOutcome({ project, lot, drafts, results }: Props) {
  const t = useTranslations('lots')
  const why = useRefusalText()
  const inWords = useBothLanguages()
  const undo = useUndoLot(project)
  const taken = undo.data?.results ?? null
  const shown = taken ?? results
  const done = shown.filter(({ refusal }) => refusal === null).length
  const refused = shown.flatMap(({ versionId, refusal }) => {
    const draft = drafts.find(({ version }) => version.id === versionId)
    return refusal && draft ? [{ draft, refusal }] : []
  })
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="flex items-center gap-1.5">
        <Check className="size-4 text-approved" aria-hidden />
        {taken ? t('takenBack', { count: done }) : t('decided', { count: done })}
      </p>
      {refused.length > 0 && (
        <ul className="flex flex-col gap-1">
          {refused.map(({ draft, refusal }) => (
            <li key={draft.version.id}>
              <span className="font-medium">{inWords(draft.title)}</span>{' '}
              <span className="text-muted">{why({ status: 409, ...refusal })}</span>
            </li>
          ))}
        </ul>
      )}
      <ErrorLine error={undo.error} />
      {!taken && done > 0 && (
        <Button size="sm" className="self-start" busy={undo.isPending} onClick={() => undo.mutate(lot)}>
          {t('undo', { count: done })}
        </Button>
      )}
    </div>
  )
}
