'use client'

import { AtSign, Bell, ClipboardList, Gavel, type LucideIcon, Scale, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { noticeLink } from '@/components/notifications/notice-link'
import { useNotifications, useReadNotifications } from '@/components/notifications/notifications.query'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorLine, ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago'
import type { Notice, NoticeKind } from '@/lib/projects/notifications/model'
import type { NotificationView } from '@/lib/projects/notifications/schema'

const SIGN: Record<NoticeKind, LucideIcon> = {
  assigned: ClipboardList,
  mentioned: AtSign,
  'sent-back': Undo2,
  adjudicated: Gavel,
  disputed: Scale,
}

type Props = { project: string; onLeave: () => void }

/** Newest first. Opening one reads it; all of them can be read at once. */
export default function NotificationList({ project, onLeave }: Props) {
  const t = useTranslations('notifications')
  const list = useNotifications(project, true)
  const reading = useReadNotifications(project)
  const items = rowsOf(list.data)
  const newest = items[0]
  if (list.error && items.length === 0)
    return <ErrorState error={list.error} retry={() => list.refetch()} className="py-8" />
  if (list.isPending) return <Skeleton className="h-24" />
  if (!newest)
    return (
      <EmptyState icon={Bell} title={t('none')} className="py-8">
        {t('noneWhy')}
      </EmptyState>
    )
  return (
    <div className="flex flex-col gap-2">
      {items.some(({ read }) => !read) && (
        <Button
          size="sm"
          className="self-end"
          busy={reading.isPending}
          onClick={() => reading.mutate({ upTo: newest.id })}
        >
          {t('allRead')}
        </Button>
      )}
      <ErrorLine error={reading.error} />
      <ol className="flex flex-col">
        {items.map((item) => (
          <Row
            key={item.id}
            project={project}
            item={item}
            onOpen={() => {
              if (!item.read) reading.mutate({ ids: [item.id] })
              onLeave()
            }}
          />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button size="sm" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function Row({ project, item, onOpen }: { project: string; item: NotificationView; onOpen: () => void }) {
  const t = useTranslations('notifications')
  const { notice, read, createdAt } = item
  const Sign = SIGN[notice.kind]
  const words = useNoticeWords()(item.actor, notice)
  return (
    <li className="hairline-b last:border-0">
      <Link
        href={noticeLink(project, notice) as never}
        onClick={onOpen}
        className="-mx-2 flex gap-2.5 rounded-md px-2 py-2 hover:bg-hover"
      >
        <Sign
          className={cn('mt-0.5 size-4 shrink-0', read ? 'text-muted' : 'text-accent-text')}
          aria-hidden
        />
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span className={cn('[overflow-wrap:anywhere]', !read && 'font-medium')}>{words.what}</span>
          {words.more && <span className="line-clamp-2 text-muted">{words.more}</span>}
          <TimeAgo at={createdAt} className="text-muted text-xs" />
        </span>
        {!read && (
          <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t('unread')}</span>
          </span>
        )}
      </Link>
    </li>
  )
}

/** What happened in a sentence, and the words that came with it. */
function useNoticeWords() {
  const t = useTranslations('notifications.notice')
  const locale = useLocale()
  return (actor: string, notice: Notice): { what: string; more: string } => {
    if (notice.kind === 'assigned') return { what: t('assigned', { actor, count: notice.count }), more: '' }
    const title = locale === 'zh' ? notice.title.zh : notice.title.en
    switch (notice.kind) {
      case 'mentioned':
        return { what: t('mentioned', { actor, title }), more: notice.excerpt }
      case 'sent-back':
        return { what: t('sent-back', { actor, title }), more: notice.why }
      case 'adjudicated':
        return { what: t('adjudicated', { actor, title, outcome: notice.outcome }), more: '' }
      case 'disputed':
        return { what: t('disputed', { title, others: (notice.count ?? 1) - 1 }), more: '' }
    }
  }
}
