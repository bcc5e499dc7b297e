'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CommentComposer } from '@/components/comments/comment-composer'
import { useComments, useRemoveComment } from '@/components/comments/comments.query'
import { splitMentions } from '@/components/comments/find-mentions'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { rowsOf } from '@/components/ui/keyset'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago'
import type { CommentView } from '@/lib/artifacts/comments/schema'

type Props = {
  project: string
  artifact: string
  /** What is written here is about this version. */
  version?: string
}

/** What people say about an artifact, oldest first, and where to say more. */
export default function CommentThread({ project, artifact, version }: Props) {
  const t = useTranslations('comments')
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useComments(
    project,
    artifact,
  )
  const removal = useRemoveComment(project, artifact)
  const comments = rowsOf(data)
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      {isPending && <Skeleton className="h-10 w-4/5" />}
      {error && (
        <div className="flex flex-wrap items-center gap-2">
          <ErrorLine error={error} />
          <Button size="sm" onClick={() => refetch()}>
            {t('retry')}
          </Button>
        </div>
      )}
      {data && comments.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ol className="flex flex-col gap-3">
        {comments.map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            busy={removal.isPending && removal.variables === comment.id}
            onRemove={() => removal.mutate(comment.id)}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="sm" className="self-start" busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <ErrorLine error={removal.error} />
      <CommentComposer project={project} artifact={artifact} version={version} />
    </section>
  )
}

type CommentProps = { comment: CommentView; busy: boolean; onRemove: () => void }

function Comment({ comment, busy, onRemove }: CommentProps) {
  const t = useTranslations('comments')
  const { author, versionNumber, createdAt, text, mentions, removable } = comment
  return (
    <li className="group flex flex-col gap-0.5">
      <p className="flex min-h-7 flex-wrap items-center gap-x-1.5">
        <span className="font-medium">{author}</span>
        <TimeAgo at={createdAt} className="text-muted text-xs" />
        {versionNumber !== null && (
          <span className="text-muted text-xs">{t('onVersion', { number: versionNumber })}</span>
        )}
        {removable && (
          <IconButton
            icon={Trash2}
            size="sm"
            label={t('remove', { author })}
            disabled={busy}
            onClick={onRemove}
            className="ml-auto opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      </p>
      {text === null ? (
        <p className="text-muted italic">{t('removed')}</p>
      ) : (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {splitMentions(text, mentions).map((part, at) =>
            part.person ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
              <span key={at} className="font-medium text-accent-text">
                {part.text}
              </span>
            ) : (
              part.text
            ),
          )}
        </p>
      )}
    </li>
  )
}
