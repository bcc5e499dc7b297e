'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ContentText } from '@/components/library/content-text'
import { LotOutcome } from '@/components/reviews/lots/lot-outcome'
import { useDecideLot } from '@/components/reviews/lots/lots.query'
import { newRequestKey } from '@/components/reviews/outbox-entry'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ArtifactKind } from '@/lib/artifacts/model'
import type { LotDraft } from '@/lib/reviews/lots/schema'
import { type ReasonCode, reasonsOf } from '@/lib/reviews/model'

type Props = {
  project: string
  kind: ArtifactKind
  drafts: readonly LotDraft[]
  verdict: 'approve' | 'reject'
  onClose: () => void
}

/** Shows whole what is about to be approved or rejected together, then what came of each. */
export function DecideTogether({ project, kind, drafts, verdict, onClose }: Props) {
  const t = useTranslations('lots')
  const reasons = useTranslations('reviews.reasons')
  const inWords = useBothLanguages()
  // What is decided is what was looked at: the list behind may change meanwhile.
  const [shown] = useState(drafts)
  const [opened] = useState(() => ({ at: performance.now(), lot: newRequestKey() }))
  const [reasonCode, setReason] = useState<ReasonCode | null>(null)
  const [comment, setComment] = useState('')
  const deciding = useDecideLot(project)
  const needsWords = verdict === 'reject' && reasonCode === 'other' && comment.trim() === ''
  const isUnready = verdict === 'reject' && (reasonCode === null || needsWords)
  const decide = () => {
    const common = {
      requestKey: opened.lot,
      comment,
      elapsedMs: Math.round(performance.now() - opened.at),
      items: shown.map(({ version }) => ({ versionId: version.id, contentHash: version.contentHash })),
    }
    if (verdict === 'approve') deciding.mutate({ verdict, ...common })
    else if (reasonCode) deciding.mutate({ verdict, reasonCode, ...common })
  }
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${verdict}Title`, { count: shown.length })}
      description={t(`${verdict}Hint`)}
      actions={
        deciding.data ? undefined : (
          <Button
            variant={verdict === 'reject' ? 'danger' : 'primary'}
            busy={deciding.isPending}
            disabled={isUnready}
            onClick={decide}
          >
            {t(verdict, { count: shown.length })}
          </Button>
        )
      }
    >
      {deciding.data ? (
        <LotOutcome project={project} lot={opened.lot} drafts={shown} results={deciding.data.results} />
      ) : (
        <div className="flex flex-col gap-3">
          <ErrorLine error={deciding.error} />
          {verdict === 'reject' && (
            <div className="flex flex-wrap gap-2">
              <Select
                label={t('reason')}
                placeholder={t('reason')}
                value={reasonCode}
                onChange={setReason}
                options={reasonsOf[kind].map((value) => ({
                  value: value as ReasonCode,
                  label: reasons(value),
                }))}
              />
              <Input
                className="min-w-48 flex-1"
                value={comment}
                aria-label={t('comment')}
                placeholder={t('comment')}
                onChange={(event) => setComment(event.currentTarget.value)}
              />
            </div>
          )}
          <ul className="flex flex-col">
            {shown.map(({ version, title }) => (
              <li key={version.id} className="hairline-b py-3 last:border-0">
                <details open={shown.length <= 3}>
                  <summary className="cursor-default font-medium">{inWords(title)}</summary>
                  <div className="pt-2">
                    <ContentText of={version} />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}
