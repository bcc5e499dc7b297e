'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { useProject } from '@/components/projects/current-project'
import { Skeleton } from '@/components/ui/skeleton'
import { type Status, StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import type { VersionView } from '@/lib/artifacts/schema'
import type { DecisionView, DeskItem } from '@/lib/reviews/schema'

const CommentThread = lazy(() => import('@/components/comments/comment-thread'))

import { VersionLinks } from '@/components/reviews/adjudication/version-links'

// What is read after the draft comes after it.
const VersionAdvice = lazy(() =>
  import('@/components/models/version-advice').then(({ VersionAdvice }) => ({ default: VersionAdvice })),
)
const VersionOrigin = lazy(() =>
  import('@/components/models/version-origin').then(({ VersionOrigin }) => ({ default: VersionOrigin })),
)

// Only a draft that has a past needs the comparison of texts.
const VersionDiff = lazy(() => import('@/components/reviews/version-diff'))

const STATUS: Record<DecisionView['verdict'], Status> = {
  approve: 'approved',
  edit: 'edited',
  reject: 'rejected',
  skip: 'skipped',
  undo: 'undone',
}

/** Where it comes from, what a model says of it, and what was before: versions with what changed between them, decisions with their reasons. */
export function HistoryPane({ item }: { item: Pick<DeskItem, 'version' | 'history' | 'decisions'> }) {
  const t = useTranslations('reviews')
  const { slug } = useProject()
  const versions = [item.version, ...item.history].sort((a, b) => b.number - a.number)
  return (
    <>
      {item.version.kind !== 'record' && (
        <Suspense fallback={<Skeleton className="mb-5 h-16" />}>
          <VersionAdvice version={item.version.id} />
          <VersionOrigin version={item.version.id} />
        </Suspense>
      )}
      <VersionLinks version={item.version.id} />
      <h2 className="pb-2 font-semibold text-sm">{t('desk.parts.history')}</h2>
      <ol aria-label={t('history.versions')} className="flex flex-col gap-3">
        {versions.map((version) => (
          <li key={version.id} className="flex flex-col gap-1">
            <VersionHeading version={version} onDesk={version.id === item.version.id} />
            <VersionChange version={version} parent={versions.find(({ id }) => id === version.parentId)} />
            <ol aria-label={t('history.decisions')} className="flex flex-col gap-1.5">
              {item.decisions
                .filter((decision) => decision.versionId === version.id && decision.verdict !== 'undo')
                .map((decision) => (
                  <Decision key={decision.id} decision={decision} />
                ))}
            </ol>
          </li>
        ))}
      </ol>
      {item.decisions.length === 0 && versions.length === 1 && (
        <p className="pt-2 text-muted">{t('history.none')}</p>
      )}
      <h2 className="pt-5 pb-2 font-semibold text-sm">{t('history.comments')}</h2>
      <Suspense fallback={<Skeleton className="h-16" />}>
        <CommentThread project={slug} artifact={item.version.artifactId} version={item.version.id} />
      </Suspense>
    </>
  )
}

function AuthorOf({ version }: { version: VersionView }) {
  const t = useTranslations('reviews')
  if (version.kind === 'record') return t('history.composed')
  if (version.blind) return t('history.author.blind')
  if (version.kind === 'format' && version.authorKind === 'miner') return t('desk.by.writer')
  return t(`history.author.${version.authorKind}`, { author: version.author })
}

function VersionHeading({ version, onDesk }: { version: VersionView; onDesk: boolean }) {
  const t = useTranslations('reviews')
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5">
      <span className="font-medium">{t('desk.version', { number: version.number })}</span>
      <span className="text-muted">
        <AuthorOf version={version} />
      </span>
      <TimeAgo at={version.createdAt} className="text-muted text-xs" />
      {onDesk && <span className="text-accent-text text-xs">{t('history.current')}</span>}
    </p>
  )
}

function VersionChange({ version, parent }: { version: VersionView; parent: VersionView | undefined }) {
  if (!parent) return null
  return (
    <Suspense fallback={<Skeleton className="w-4/5" />}>
      <VersionDiff before={parent} after={version} />
    </Suspense>
  )
}

function Decision({ decision }: { decision: DecisionView }) {
  const t = useTranslations('reviews')
  const format = useFormatter()
  const seconds = format.number(Math.round(decision.elapsedMs / 1000))
  return (
    <li className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
        <StatusBadge status={STATUS[decision.verdict]} />
        <span className={decision.undone ? 'line-through decoration-line-strong' : undefined}>
          {decision.reviewer}
        </span>
        {decision.undone && <StatusBadge status="undone" />}
        <span className="text-muted text-xs">{t('bar.seconds', { seconds })}</span>
      </p>
      {decision.reasonCode && <p className="text-muted">{t(`reasons.${decision.reasonCode}`)}</p>}
      {decision.comment && <p className="whitespace-pre-wrap">{decision.comment}</p>}
    </li>
  )
}
