'use client'

import { useTranslations } from 'next-intl'
import { useShortTitle } from '@/components/reviews/use-title'
import { Badge } from '@/components/ui/badge'
import { LabelTag, RawLabel } from '@/components/ui/label-hue'
import type { VersionView } from '@/lib/artifacts/schema'
import type { DeskItem } from '@/lib/reviews/schema'

type Props = {
  item: Pick<DeskItem, 'version' | 'corpus' | 'isMine'>
  progress: { at: number; of: number }
}

/** What lies on the desk: kind and title, from whom, and how far the sitting has come. */
export function DraftHeading({ item, progress }: Props) {
  const t = useTranslations('reviews.desk')
  const title = useShortTitle()
  const { version, corpus } = item
  return (
    <header className="flex flex-col gap-1 pb-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="flex min-w-0 items-center gap-2 font-semibold text-lg">
          <span className="shrink-0 font-normal text-muted text-sm">{t(`kind.${version.kind}`)}</span>
          {version.kind === 'guideline' ? (
            <>
              <LabelTag label={version.content.label} />
              <RawLabel label={version.content.label} />
            </>
          ) : (
            <span className="min-w-0">{title(version)}</span>
          )}
          {item.isMine && (
            <Badge tone="accent" className="shrink-0 font-normal">
              {t('mine')}
            </Badge>
          )}
        </h2>
        <span className="shrink-0 text-muted text-xs">
          <span className="sr-only">{t('progressLabel', progress)}</span>
          <span aria-hidden>{t('progress', progress)}</span>
        </span>
      </div>
      <p className="text-muted text-xs">
        {t('version', { number: version.number })} ·{' '}
        {version.kind === 'record'
          ? t('by.record', { run: version.content.run, corpus: corpus?.name ?? '' })
          : t(byWhom(version, corpus), {
              author: version.author,
              corpus: corpus?.name ?? '',
            })}
      </p>
    </header>
  )
}

function byWhom({ blind, authorKind }: VersionView, corpus: DeskItem['corpus']) {
  if (blind) return 'by.blind'
  return corpus || authorKind !== 'miner' ? (`by.${authorKind}` as const) : 'by.writer'
}
