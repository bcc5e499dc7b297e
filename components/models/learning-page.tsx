'use client'

import { useQuery } from '@tanstack/react-query'
import { GraduationCap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { ComparisonList } from '@/components/models/comparison-list'
import { connectionsQuery } from '@/components/models/connections.query'
import { useLearning } from '@/components/models/learning.query'
import { LearningFigures } from '@/components/models/learning-figures'
import { ModelsHead } from '@/components/models/models-head'
import { PagePart } from '@/components/models/page-part'
import { StandInNote } from '@/components/models/stand-in'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import type { LearningView } from '@/lib/artifacts/learning/schema'
import { libraryKinds } from '@/lib/artifacts/model'

const ALL = 'all'

/** Which drafter is accepted more, edited less and decided faster; what the next prompts are shown; two of them blind. */
export function LearningPage({ project }: { project: string }) {
  const t = useTranslations('models.learning')
  const kinds = useTranslations('library.kind')
  const [kind, setKind] = useQueryState('kind', parseAsStringLiteral(libraryKinds))
  const { data, error, isPending, refetch } = useLearning(project, kind ?? undefined)
  const connections = useQuery(connectionsQuery(project))
  return (
    <>
      <ModelsHead project={project} at="learning" />
      <StandInNote connections={connections.data?.items ?? []} />
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6">
        <PagePart
          title={t('fares')}
          aside={
            <Select
              size="sm"
              label={t('kind')}
              value={kind ?? ALL}
              onChange={(value) => setKind(value === ALL ? null : value)}
              options={[
                { value: ALL, label: t('allKinds') },
                ...libraryKinds.map((value) => ({ value, label: kinds(value) })),
              ]}
            />
          }
        >
          {error && !data && <ErrorState error={error} retry={() => refetch()} />}
          {isPending && <Skeleton className="h-32" />}
          {data?.rows.length === 0 && (
            <EmptyState icon={GraduationCap} title={t('empty.title')} className="py-8">
              {t('empty.text')}
            </EmptyState>
          )}
          {data && data.rows.length > 0 && (
            <>
              <p className="text-muted text-xs">{t('farestext')}</p>
              <LearningFigures learning={data} />
            </>
          )}
        </PagePart>
        {data && data.lessons.length > 0 && <Lessons lessons={data.lessons} />}
        <ComparisonList project={project} connections={connections.data?.items ?? []} />
      </div>
    </>
  )
}

function Lessons({ lessons }: Pick<LearningView, 'lessons'>) {
  const t = useTranslations('models.learning')
  const kinds = useTranslations('library.kind')
  return (
    <PagePart title={t('lessons')}>
      <p className="text-muted text-xs">{t('lessonsText')}</p>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        {lessons.map(({ kind, examples, avoid }) => (
          <div key={kind} className="contents">
            <dt className="text-muted">{kinds(kind)}</dt>
            <dd>{t('lesson', { examples, avoid })}</dd>
          </div>
        ))}
      </dl>
    </PagePart>
  )
}
