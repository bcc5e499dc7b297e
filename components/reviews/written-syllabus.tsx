'use client'

import { useTranslations } from 'next-intl'
import { useEvidence } from '@/components/reviews/desk.query'
import { DraftPart } from '@/components/reviews/place-frame'
import { ScrollingPart } from '@/components/reviews/scrolling-part'
import VersionDiff from '@/components/reviews/version-diff'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { SyllabusContent } from '@/lib/artifacts/kinds/syllabus/content'
import type { SyllabusEvidence } from '@/lib/artifacts/kinds/syllabus/evidence'
import type { VersionOf } from '@/lib/artifacts/schema'
import { CallError } from '@/lib/platform/call-endpoint'

type Props = { project: string; version: VersionOf<'syllabus'>; shown: SyllabusContent }

/** What the model wrote, word for word, and where the text on the other side says something else. */
export function WrittenSyllabus({ project, version, shown }: Props) {
  const t = useTranslations('reviews.syllabus')
  const { data, error, refetch } = useEvidence(project, version)
  const isUnwritten = error instanceof CallError && error.body.reason === 'evidence-unknown'
  return (
    <div className="flex min-h-0 flex-1 flex-col pt-3">
      <ScrollingPart>
        {isUnwritten && <p className="text-muted text-sm">{t('unwritten')}</p>}
        {error && !isUnwritten && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <Skeleton className="h-24" />}
        {data && <Written evidence={data} shown={shown} />}
      </ScrollingPart>
    </div>
  )
}

function Written({ evidence, shown }: { evidence: SyllabusEvidence; shown: SyllabusContent }) {
  const t = useTranslations('reviews.syllabus')
  const { above, subtopics, written } = evidence
  const before = { kind: 'syllabus' as const, content: { ...shown, ...written } }
  const isSame = JSON.stringify(before.content) === JSON.stringify(shown)
  return (
    <div className="flex flex-col gap-4">
      {above.length > 0 && (
        <DraftPart title={t('above')}>
          <p className="text-sm">{above.join(' › ')}</p>
        </DraftPart>
      )}
      {subtopics.length > 0 && (
        <DraftPart title={t('subtopics')}>
          <p lang={shown.language} className="text-sm">
            {subtopics.join('; ')}
          </p>
        </DraftPart>
      )}
      {!isSame && (
        <DraftPart title={t('differs')}>
          <div lang={shown.language} className="text-sm">
            <VersionDiff before={before} after={{ kind: 'syllabus', content: shown }} />
          </div>
        </DraftPart>
      )}
      <DraftPart title={t('written')} aside={isSame && t('asWritten')}>
        <div lang={shown.language} className="flex flex-col gap-2 text-sm">
          <p className="whitespace-pre-wrap">{written.introduction}</p>
          <ol className="flex list-decimal flex-col gap-1.5 pl-6 marker:text-muted">
            {written.sessions.map(({ name, concepts }) => (
              <li key={name}>
                <span className="font-medium">{name}</span>
                <span className="block text-muted">{concepts.join('; ')}</span>
              </li>
            ))}
          </ol>
        </div>
      </DraftPart>
    </div>
  )
}
