'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { goldPeopleQuery } from '@/components/reviews/gold/gold.query'
import { GoldPeople } from '@/components/reviews/gold/gold-people'
import { QuestionList } from '@/components/reviews/gold/question-list'
import { WarmUpList } from '@/components/reviews/gold/warm-up-list'
import { ErrorState } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { Toolbar } from '@/components/ui/toolbar'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { askedKinds } from '@/lib/reviews/gold/model'

const ALL = 'all'

/** The gold questions of a project, who answered them how, and who warms up. */
export function GoldPage({ project }: { project: string }) {
  const t = useTranslations('goldQuestions')
  const kinds = useKindName()
  const [kind, setKind] = useQueryState('kind', parseAsStringLiteral(askedKinds))
  const { data, error, refetch } = useQuery(goldPeopleQuery(project, kind))
  return (
    <>
      <Toolbar>
        <Select<ArtifactKind | typeof ALL>
          size="sm"
          label={t('kind')}
          value={kind ?? ALL}
          onChange={(chosen) => setKind(chosen === ALL || chosen === 'node' ? null : chosen)}
          options={[
            { value: ALL, label: t('allKinds') },
            ...askedKinds.map((value) => ({ value, label: kinds(value) })),
          ]}
        />
      </Toolbar>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-5xl flex-col gap-8 px-4 pt-4 pb-12">
          <p className="max-w-prose text-muted">
            {t.rich('intro', {
              plan: (words) => <TextLink href={`/p/${project}/queue/plan`}>{words}</TextLink>,
            })}
          </p>
          <QuestionList project={project} kind={kind} />
          {error && !data && <ErrorState error={error} retry={() => refetch()} />}
          {!data && !error && <Skeleton className="h-32" />}
          {data && (
            <>
              <GoldPeople people={data.people} />
              <WarmUpList project={project} warmUps={data.warmUps} />
            </>
          )}
        </div>
      </div>
    </>
  )
}
