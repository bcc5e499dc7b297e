'use client'

import { Network, Plus, Sparkles, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs'
import { useEffect, useRef, useState } from 'react'
import { ExpandDialog } from '@/components/taxonomy/expansion/expand-dialog'
import { ExpansionJob } from '@/components/taxonomy/expansion/expansion-job'
import { FileMenu } from '@/components/taxonomy/file-menu'
import { ImportTreeDialog } from '@/components/taxonomy/import-tree-dialog'
import { NodeDialog } from '@/components/taxonomy/node-dialog'
import { type NodeDeed, NodePane } from '@/components/taxonomy/node-pane'
import { TargetDialog } from '@/components/taxonomy/target-dialog'
import { useFound, useStartTree, useTaxonomy } from '@/components/taxonomy/taxonomy.query'
import { foundLines, linesOf, TOP } from '@/components/taxonomy/tree-levels'
import { TreeOverview } from '@/components/taxonomy/tree-overview'
import { TreeView } from '@/components/taxonomy/tree-view'
import { useTree } from '@/components/taxonomy/use-tree'
import { useVoting } from '@/components/taxonomy/use-voting'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorLine, ErrorState } from '@/components/ui/error-state'
import { NothingFits } from '@/components/ui/nothing-fits'
import { PageHeader } from '@/components/ui/page-header'
import { useScreenKeys } from '@/components/ui/screen-keys'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { type TreeFilter, treeFilters } from '@/lib/taxonomy/model'
import type { NodeView, TaxonomyView } from '@/lib/taxonomy/schema'

type Props = {
  project: string
  person: string
  canLead: boolean
  whole: TaxonomyView
  first: { items: NodeView[]; nextCursor: string | null }
}
type Doing = { deed: NodeDeed; node: NodeView | null } | { deed: 'import' }

/** The taxonomy: the tree that people vote on, and beside it one node or the whole. */
export function TaxonomyPage({ project, person, canLead, whole, first }: Props) {
  const t = useTranslations('taxonomy')
  const tree = useTree(project, first)
  const voting = useVoting(project, tree)
  const taxonomy = useTaxonomy(project, whole)
  // Others add nodes, and so do jobs: a tree that has grown elsewhere is read anew.
  const known = useRef(whole.total.nodes)
  const { reload } = tree
  useEffect(() => {
    const nodes = taxonomy.data?.total.nodes ?? known.current
    if (nodes === known.current) return
    known.current = nodes
    void reload()
  }, [taxonomy.data, reload])
  const [shown, setShown] = useQueryState('node', parseAsString)
  const [q, setQ] = useQueryState('q', parseAsString.withDefault(''))
  const [filter, setFilter] = useQueryState('filter', parseAsStringLiteral(treeFilters))
  const [active, setActive] = useState<string | null>(shown)
  const [doing, setDoing] = useState<Doing | null>(null)
  const isSearch = q !== '' || filter !== null
  const found = useFound(project, { q, filter })
  const start = useStartTree(project, () => void tree.reload())
  const lines = isSearch
    ? [
        ...foundLines(found.data?.pages ?? []),
        ...(found.hasNextPage
          ? [{ kind: 'more', key: 'more found', parent: TOP, depth: 1, error: null } as const]
          : []),
      ]
    : linesOf(tree.levels, tree.open)
  const nodes = lines.flatMap((line) => (line.kind === 'node' ? [line.node] : []))
  const current = nodes.find(({ id }) => id === active) ?? null

  const vote = (node: NodeView, mine: 'keep' | 'remove') => {
    if (!node.waitsForMe) return
    const at = nodes.findIndex(({ id }) => id === node.id)
    const next = nodes.slice(at + 1).find(({ waitsForMe }) => waitsForMe)
    void voting.vote(node, mine)
    if (!next) return
    setActive(next.id)
    if (shown) void setShown(next.id)
  }
  const takeBack = async (of?: { decisionId: string; nodeId: string }) => {
    const node = await voting.takeBack(of)
    if (node) setActive(node)
  }
  const changed = (node?: NodeView) => {
    setDoing(null)
    if (node) setActive(node.id)
    void tree.reload(node)
  }
  const begin = (deed: NodeDeed) => {
    if (current) setDoing({ deed, node: current })
  }
  const lead = (keys: string, deed: NodeDeed) =>
    canLead && current ? [{ keys, label: t(`deeds.${deed}`), run: () => begin(deed) }] : []
  useScreenKeys([
    { keys: 'ArrowDown', label: t('keys.walk') },
    { keys: 'ArrowRight', label: t('keys.open') },
    ...(current?.waitsForMe
      ? [
          { keys: 'a', label: t('keep'), run: () => vote(current, 'keep') },
          { keys: 'r', label: t('remove'), run: () => vote(current, 'remove') },
        ]
      : []),
    ...(voting.canTakeBack ? [{ keys: 'z', label: t('takeBack'), run: () => void takeBack() }] : []),
    ...(current ? [{ keys: 'n', label: t('deeds.add'), run: () => begin('add') }] : []),
    ...lead('e', 'rename'),
    ...(current?.parentId ? lead('m', 'move') : []),
    ...lead('Shift+m', 'merge'),
    ...lead('x', 'expand'),
  ])

  const isEmpty = !isSearch && nodes.length === 0 && !tree.levels.get(TOP)?.error
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <FileMenu
              {...{ project, canLead }}
              onImport={() => setDoing({ deed: 'import' })}
              onStart={() => start.mutate()}
            />
            {canLead && (
              <Button size="sm" onClick={() => setDoing({ deed: 'expand', node: null })}>
                <Sparkles aria-hidden />
                {t('deeds.expand')}
              </Button>
            )}
            <Button size="sm" onClick={() => setDoing({ deed: 'add', node: null })}>
              <Plus aria-hidden />
              {t('addField')}
            </Button>
          </>
        }
      />
      {isEmpty ? (
        <Nothing
          canLead={canLead}
          busy={start.isPending}
          error={start.error}
          onStart={() => start.mutate()}
          onImport={() => setDoing({ deed: 'import' })}
        />
      ) : (
        <div className="flex min-h-0 flex-1">
          <div className={cn('flex min-h-0 min-w-0 flex-1 flex-col', shown && 'max-lg:hidden')}>
            <div className="hairline-b flex flex-wrap items-center gap-2 px-4 py-2">
              <SearchField value={q} onChange={(text) => void setQ(text || null)} label={t('search')} />
              <Select
                size="sm"
                label={t('filter.label')}
                value={filter ?? 'all'}
                onChange={(value) => void setFilter(value === 'all' ? null : (value as TreeFilter))}
                options={['all' as const, ...treeFilters].map((value) => ({
                  value,
                  label: t(`filter.${value}`),
                }))}
              />
              {voting.canTakeBack && (
                <Button size="sm" variant="quiet" onClick={() => void takeBack()}>
                  <Undo2 aria-hidden />
                  {t('takeBack')}
                </Button>
              )}
            </div>
            <ErrorLine error={voting.error ?? start.error} className="px-4 py-2" />
            <ExpansionJob project={project} />
            {isSearch && found.isPending ? (
              <Skeleton className="m-4 h-24" />
            ) : isSearch && found.error && !found.data ? (
              <ErrorState error={found.error} retry={() => void found.refetch()} />
            ) : isSearch && nodes.length === 0 ? (
              <NothingFits
                title={t('nothing.title')}
                text={t('nothing.text')}
                clear={t('nothing.clear')}
                onClear={() => {
                  void setQ(null)
                  void setFilter(null)
                }}
              />
            ) : (
              <TreeView
                {...{ lines, active, isSearch }}
                isStale={found.isPlaceholderData}
                onActive={(node) => {
                  setActive(node.id)
                  if (shown) void setShown(node.id)
                }}
                onOpen={(node) => void setShown(node.id)}
                onToggle={(node, isOpen) => !isSearch && tree.toggle(node.id, isOpen)}
                onVote={vote}
                onMore={(parent) => (isSearch ? void found.fetchNextPage() : void tree.loadMore(parent))}
              />
            )}
          </div>
          <aside
            aria-label={t('pane.beside')}
            className={cn(
              'flex min-h-0 w-104 shrink-0 flex-col border-line border-l max-lg:w-full max-lg:border-l-0',
              !shown && 'overflow-y-auto max-lg:hidden',
            )}
          >
            {shown ? (
              <NodePane
                {...{ project, person, canLead }}
                node={shown}
                onVote={vote}
                onTakeBack={(of) => void takeBack(of)}
                onDeed={(deed, node) => setDoing({ deed, node })}
                onChanged={() => changed()}
                onClose={() => void setShown(null)}
              />
            ) : (
              taxonomy.data && (
                <TreeOverview
                  data={taxonomy.data}
                  onFilter={(state) => void setFilter(state)}
                  onField={(id) => {
                    setActive(id)
                    tree.toggle(id, true)
                  }}
                />
              )
            )}
          </aside>
        </div>
      )}
      {doing?.deed === 'expand' && (
        <ExpandDialog {...{ project }} node={doing.node} onClose={() => setDoing(null)} />
      )}
      {doing?.deed === 'import' && (
        <ImportTreeDialog
          project={project}
          onClose={() => {
            setDoing(null)
            void tree.reload()
          }}
        />
      )}
      {(doing?.deed === 'add' || doing?.deed === 'rename') && (
        <NodeDialog
          {...{ project, deed: doing.deed, node: doing.node }}
          onDone={changed}
          onClose={() => setDoing(null)}
        />
      )}
      {(doing?.deed === 'move' || doing?.deed === 'merge') && doing.node && (
        <TargetDialog
          {...{ project, deed: doing.deed, node: doing.node }}
          onDone={(node) => {
            if (doing.deed === 'merge') void setShown(null)
            changed(node)
          }}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

type NothingProps = {
  canLead: boolean
  busy: boolean
  error: unknown
  onStart: () => void
  onImport: () => void
}

function Nothing({ canLead, busy, error, onStart, onImport }: NothingProps) {
  const t = useTranslations('taxonomy.empty')
  return (
    <EmptyState
      icon={Network}
      title={t('title')}
      action={
        canLead && (
          <div className="flex flex-col items-center gap-2">
            <Button variant="primary" busy={busy} onClick={onStart}>
              {t('start')}
            </Button>
            <Button variant="quiet" size="sm" onClick={onImport}>
              {t('import')}
            </Button>
            <ErrorLine error={error} />
          </div>
        )
      }
    >
      {canLead ? t('text') : t('wait')}
    </EmptyState>
  )
}
