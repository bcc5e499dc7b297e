'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { instancesQuery } from '@/components/corpora/corpora.query'
import { GroupDifferences } from '@/components/corpora/group-differences'
import { GroupName } from '@/components/corpora/group-name'
import { InstanceText } from '@/components/corpora/instance-text'
import { ProblemFixes } from '@/components/corpora/problem-fixes'
import { useProblems } from '@/components/corpora/survey.query'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProblemKind } from '@/lib/corpora/survey/model'
import type { ProblemGroup } from '@/lib/corpora/survey/schema'

type Props = { project: string; corpus: string; kind: ProblemKind; canLead: boolean }

/** The groups of one kind of problem, a page at a time. */
export function ProblemGroups({ project, corpus, kind, canLead }: Props) {
  const ui = useTranslations('ui.table')
  const problems = useProblems(project, corpus, kind)
  if (problems.isError && !problems.data)
    return <ErrorState error={problems.error} retry={() => problems.refetch()} />
  if (problems.isPending) return <Skeleton className="h-16" width="100%" />
  return (
    <>
      <ul className="flex flex-col gap-3">
        {rowsOf(problems.data).map((group) => (
          <Group key={group.groupKey} project={project} corpus={corpus} group={group} canLead={canLead} />
        ))}
      </ul>
      {problems.hasNextPage && (
        <Button
          size="sm"
          className="self-start"
          busy={problems.isFetchingNextPage}
          onClick={() => problems.fetchNextPage()}
        >
          {ui('more')}
        </Button>
      )}
    </>
  )
}

const SHOWN = 4

type GroupProps = { project: string; corpus: string; group: ProblemGroup; canLead: boolean }

/** The first instances of a group, one under the other, with what can be done about them. */
function Group({ project, corpus, group, canLead }: GroupProps) {
  const t = useTranslations('survey.problems')
  const ordinals = group.ordinals.slice(0, SHOWN)
  const { data } = useQuery(instancesQuery(project, corpus, ordinals))
  return (
    <li className="flex flex-col gap-1 border-line border-l-2 pl-3">
      <GroupName group={group} />
      {!data && <Skeleton className="h-10" width="100%" />}
      {data?.items.map((instance) => (
        <div
          key={instance.ordinal}
          className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-3 max-sm:grid-cols-[1.75rem_minmax(0,1fr)]"
        >
          <span className="pt-1 text-right font-mono text-muted text-xs">{instance.ordinal}</span>
          <div className="min-w-0">
            <InstanceText instance={instance} />
            {group.kind === 'conflicting-duplicate' && (
              <GroupDifferences
                instance={instance}
                others={data.items.filter(({ ordinal }) => ordinal !== instance.ordinal)}
              />
            )}
          </div>
        </div>
      ))}
      {group.instances > SHOWN && (
        <p className="text-muted text-xs">{t('more', { count: group.instances - SHOWN })}</p>
      )}
      {canLead && <ProblemFixes project={project} corpus={corpus} kind={group.kind} group={group} />}
    </li>
  )
}
