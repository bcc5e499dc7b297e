'use client'

import { Inbox } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useAssign, useAssignable } from '@/components/reviews/plans/assign.query'
import { AssignDialog } from '@/components/reviews/plans/assign-dialog'
import { AssignFilters } from '@/components/reviews/plans/assign-filters'
import { AssignedNote } from '@/components/reviews/plans/assigned-note'
import { useAssigneeNames } from '@/components/reviews/plans/assignee-names'
import { useAssignColumns } from '@/components/reviews/plans/use-assign-columns'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Toolbar } from '@/components/ui/toolbar'
import { artifactKinds } from '@/lib/artifacts/model'
import type { Plans } from '@/lib/reviews/plans/schema'

type Props = { project: string; people: Plans['people'] }

/** What waits and whose it is: chosen drafts, or all that a filter finds, are given to people or roles. */
export function AssignPage({ project, people }: Props) {
  const t = useTranslations('plans.assigning')
  const [filter, setFilter] = useQueryStates({
    kind: parseAsStringLiteral(artifactKinds),
    label: parseAsString,
    assigned: parseAsString,
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState(false)
  const list = useAssignable(project, filter)
  const assigning = useAssign(project)
  const names = useAssigneeNames(people)
  const rows = rowsOf(list.data)
  const first = list.data?.pages[0]
  const columns = useAssignColumns({ project, names, chosen, onChoose: setChosen })
  const isFiltered = Object.values(filter).some(Boolean)
  const change = (next: Partial<typeof filter>) => {
    setChosen(new Set())
    void setFilter(next)
  }
  const count = chosen.size || (first?.drafts ?? 0)
  return (
    <>
      <Toolbar>
        <AssignFilters {...{ filter, names }} labels={first?.labels ?? []} onChange={change} />
        <span className="flex-1" />
        <AssignedNote {...assigning} />
        {count > 0 && (
          <Button size="sm" variant="primary" onClick={() => setOpen(true)}>
            {t(chosen.size > 0 ? 'chosen' : 'all', { count })}
          </Button>
        )}
      </Toolbar>
      {list.isError && !list.data ? (
        <ErrorState error={list.error} retry={() => list.refetch()} />
      ) : (
        <DataTable
          name="assignable"
          label={t('title')}
          rows={rows}
          columns={columns}
          rowId={(item) => item.versionId}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          loadMore={list.fetchNextPage}
          empty={
            <EmptyState
              icon={Inbox}
              title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
              action={
                isFiltered && (
                  <Button onClick={() => change({ kind: null, label: null, assigned: null })}>
                    {t('empty.action')}
                  </Button>
                )
              }
            >
              {!isFiltered && t('empty.text')}
            </EmptyState>
          }
        />
      )}
      {open && first && (
        <AssignDialog
          {...{ names, count }}
          of={rows.filter(({ versionId }) => chosen.has(versionId))}
          held={first.held}
          assign={assigning.assign}
          onAssign={(to) => {
            assigning.undo.reset()
            const wanted = chosen.size > 0 ? { versions: [...chosen] } : { filter }
            assigning.assign.mutate(
              { ...wanted, to },
              {
                onSuccess: () => {
                  setOpen(false)
                  setChosen(new Set())
                },
              },
            )
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
