'use client'

import { useTranslations } from 'next-intl'
import { GoldMark } from '@/components/reviews/gold/gold-mark'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { type Status, StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { Dispute } from '@/lib/reviews/adjudication/schema'

const STATUS: Record<string, Status> = { approve: 'approved', edit: 'edited', reject: 'rejected' }

type Props = {
  project: string
  dispute: Dispute
  undo?: () => void
  undoing: boolean
  error: unknown
}

/** How it was settled, why, and what followed: each step leads to the next. */
export function SettledNote({ project, dispute, undo, undoing, error }: Props) {
  const t = useTranslations('adjudication')
  const { adjudication, version } = dispute
  if (!adjudication) return null
  const { guideline } = adjudication
  return (
    <section
      aria-label={t('settled.label')}
      className="flex flex-col gap-2 rounded-md bg-sunken p-3"
      data-settled={adjudication.cause}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge status={STATUS[adjudication.verdict] ?? 'approved'} />
        <span>
          {t.rich('settled.by', { by: adjudication.by, when: () => <TimeAgo at={adjudication.at} /> })}
        </span>
        <Badge>{t(`causes.${adjudication.cause}`)}</Badge>
      </p>
      {adjudication.note && <p className="whitespace-pre-wrap">{adjudication.note}</p>}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <TextLink href={`/p/${project}/library?state=all&artifact=${version.artifactId}`}>
          {t('settled.inLibrary')}
        </TextLink>
        {guideline && (
          <>
            <TextLink
              href={
                guideline.state === 'waiting'
                  ? `/p/${project}/queue?version=${guideline.versionId}`
                  : `/p/${project}/library?state=all&artifact=${guideline.artifactId}`
              }
            >
              {t(guideline.opened ? 'settled.opened' : 'settled.attached', {
                label: guideline.key,
                number: guideline.number,
              })}
            </TextLink>
            <TextLink href={`/p/${project}/queue/rechecks/${guideline.versionId}`}>
              {t('settled.work')}
            </TextLink>
          </>
        )}
      </p>
      <GoldMark version={version.id} kind={version.kind} />
      {adjudication.mine && undo && (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" busy={undoing} onClick={undo}>
            {t('settled.undo')}
          </Button>
          <ErrorLine error={error} />
        </div>
      )}
    </section>
  )
}
