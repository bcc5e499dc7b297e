'use client'

import { useTranslations } from 'next-intl'
import { useEvidence } from '@/components/reviews/desk.query'
import { DraftPart } from '@/components/reviews/place-frame'
import { ScrollingPart } from '@/components/reviews/scrolling-part'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { PairContent } from '@/lib/artifacts/kinds/pair/content'
import type { PairEvidence } from '@/lib/artifacts/kinds/pair/evidence'
import type { VersionOf } from '@/lib/artifacts/schema'

/** What a question was asked about: the chosen class sessions with their key concepts, and where they stand in the syllabus. */
export function PairSource({ project, version }: { project: string; version: VersionOf<'pair'> }) {
  const t = useTranslations('reviews.pair')
  const { data, error, refetch } = useEvidence(project, version)
  const { subject } = version.content
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="hairline-b flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2.5">
        <h2 className="font-semibold text-sm">{t('syllabus')}</h2>
        <TextLink quiet href={`/p/${project}/taxonomy?node=${subject.nodeId}`} className="text-xs">
          {subject.path.at(-1)}
        </TextLink>
      </header>
      <ScrollingPart>
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <Skeleton className="mt-4 h-24" />}
        {data && <Excerpt content={version.content} evidence={data} />}
      </ScrollingPart>
    </div>
  )
}

function Excerpt({ content, evidence }: { content: PairContent; evidence: PairEvidence }) {
  const t = useTranslations('reviews.pair')
  const chosen = new Set(content.concepts)
  const sessions = new Set(content.sessions)
  return (
    <div lang={content.language} className="flex flex-col gap-5 pt-3">
      {evidence.chosen.map(({ name, description, concepts }) => (
        <DraftPart key={name} title={name}>
          {description && <p className="reading pb-1.5">{description}</p>}
          <ul aria-label={t('concepts')} className="flex flex-wrap gap-1">
            {concepts.map((concept) => (
              <li key={concept}>
                <Badge tone={chosen.has(concept) ? 'accent' : 'neutral'}>
                  {concept}
                  {chosen.has(concept) && <span className="sr-only">{` (${t('chosen')})`}</span>}
                </Badge>
              </li>
            ))}
          </ul>
        </DraftPart>
      ))}
      <DraftPart title={t('outline')}>
        <ol className="flex list-decimal flex-col gap-0.5 pl-5 text-sm marker:text-muted marker:text-xs">
          {evidence.outline.map((name) => (
            <li
              key={name}
              aria-current={sessions.has(name) || undefined}
              className={cn(sessions.has(name) ? 'font-medium text-accent-text' : 'text-muted')}
            >
              {name}
            </li>
          ))}
        </ol>
      </DraftPart>
    </div>
  )
}
