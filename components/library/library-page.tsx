'use client'

import { GitCompareArrows, Merge } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { ArtifactPanel } from '@/components/library/artifact-panel'
import { ComparePane } from '@/components/library/compare-pane'
import { FolderMenu } from '@/components/library/folder-menu'
import { KindFilter } from '@/components/library/kind-filter'
import { useFacets, useLibrary } from '@/components/library/library.query'
import { LibraryFacetList } from '@/components/library/library-facets'
import { LibraryNothing } from '@/components/library/library-nothing'
import { LibraryTabs } from '@/components/library/library-tabs'
import { LibraryToolbar } from '@/components/library/library-toolbar'
import { MergeDialog } from '@/components/library/merge-dialog'
import { useLibraryColumns } from '@/components/library/use-library-columns'
import { useLibraryFilter } from '@/components/library/use-library-filter'
import { Button } from '@/components/ui/button'
import { ColumnChoice } from '@/components/ui/column-choice'
import { DataTable } from '@/components/ui/data-table'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { WriteMenu } from '@/components/writing/write-menu'
import type { WritingCorpus } from '@/components/writing/writing-dialog'
import type { LibrarySort } from '@/lib/library/schema'

type Props = { project: string; person: string; canLead: boolean; corpora: WritingCorpus[] }

/** The library: kinds and labels, the list of what they leave, and beside it the open one, or two that are compared. */
export function LibraryPage({ project, person, canLead, corpora }: Props) {
  const t = useTranslations('library')
  const language = useLocale() === 'zh' ? 'zh' : 'en'
  const view = useLibraryFilter()
  const { filter, sorted, setFilter } = view
  const [open, setOpen] = useQueryState('artifact', parseAsString)
  const [compared, setCompared] = useQueryState('compare', parseAsArrayOf(parseAsString))
  const [chosen, setChosen] = useState<readonly string[]>(compared ?? [])
  const [isMerging, setMerging] = useState(false)
  const pair = compared?.length === 2 ? (compared as [string, string]) : null
  const library = useLibrary(project, { ...filter, sort: sorted.by, order: sorted.order, language })
  const facets = useFacets(project, filter)
  const choose = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-2)))
  const columns = useLibraryColumns({ kind: filter.kind, isBeside: open !== null, chosen, onChoose: choose })
  return (
    <>
      <LibraryTabs
        project={project}
        at="guidelines"
        actions={
          <>
            <FolderMenu project={project} canLead={canLead} corpora={corpora} />
            {canLead && (
              <WriteMenu
                project={project}
                person={person}
                corpora={corpora}
                onWritten={({ artifactId }) => {
                  void view.apply({ state: 'waiting' })
                  void setOpen(artifactId)
                }}
              />
            )}
          </>
        }
      />
      <div className={open || pair ? 'max-lg:hidden' : undefined}>
        <LibraryToolbar
          {...{ project, view, corpora }}
          people={facets.data?.people ?? []}
          narrow={
            <KindFilter
              counts={facets.data?.kinds ?? {}}
              kind={filter.kind ?? null}
              onKind={(kind) => setFilter({ kind })}
            />
          }
          end={
            <>
              {chosen.length === 2 && !pair && (
                <Button size="sm" onClick={() => setCompared([...chosen])}>
                  <GitCompareArrows aria-hidden />
                  {t('compare.action')}
                </Button>
              )}
              {!open && !pair && (
                <span className="max-lg:hidden">
                  <ColumnChoice name="library" columns={columns} />
                </span>
              )}
            </>
          }
        />
      </div>
      <div className="flex min-h-0 flex-1">
        <LibraryFacetList
          facets={facets.data}
          corpora={corpora.map(({ id }) => id)}
          kind={filter.kind}
          label={filter.label}
          onChange={setFilter}
          className={`w-52 shrink-0 border-line border-r max-lg:hidden ${open || pair ? 'max-xl:hidden' : ''}`}
        />
        {pair ? (
          <ComparePane
            project={project}
            pair={pair}
            deeds={
              canLead && (
                <Button size="sm" onClick={() => setMerging(true)}>
                  <Merge aria-hidden />
                  {t('merge.action')}
                </Button>
              )
            }
            onClose={() => setCompared(null)}
          />
        ) : library.isError && !library.data ? (
          <ErrorState error={library.error} retry={() => library.refetch()} />
        ) : (
          <DataTable
            name="library"
            label={t('title')}
            rows={rowsOf(library.data)}
            columns={columns}
            rowId={(item) => item.artifactId}
            sorted={sorted}
            onSort={({ by, order }) => setFilter({ sort: by as LibrarySort, order })}
            activeId={open}
            onOpen={(item) => setOpen(item.artifactId)}
            onActive={(item) => open && setOpen(item.artifactId)}
            loading={library.isPending}
            hasMore={library.hasNextPage}
            loadingMore={library.isFetchingNextPage}
            loadMore={library.fetchNextPage}
            className={open ? 'max-lg:hidden' : undefined}
            empty={<LibraryNothing project={project} filtered={view.isNarrowed} onClear={view.clear} />}
          />
        )}
        {open && !pair && (
          <ArtifactPanel
            key={open}
            {...{ project, person, corpora, artifact: open }}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
      {pair && isMerging && (
        <MergeDialog
          project={project}
          pair={pair}
          onMerged={(artifact) => {
            setMerging(false)
            void setCompared(null)
            setChosen([])
            void setOpen(artifact)
          }}
          onClose={() => setMerging(false)}
        />
      )}
    </>
  )
}
