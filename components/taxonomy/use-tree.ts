'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { foundKey, nodeQuery, treeKey } from '@/components/taxonomy/taxonomy.query'
import { type Level, type Levels, patchLevels, TOP } from '@/components/taxonomy/tree-levels'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { type FoundNodes, listNodesEndpoint, type NodeView } from '@/lib/taxonomy/schema'

const AT_ONCE = 100
const MOST_AT_ONCE = 200

/** The loaded part of a tree: level by level, page by page, and what is open of it. */
export function useTree(project: string, first: { items: NodeView[]; nextCursor: string | null }) {
  const client = useQueryClient()
  const [levels, setLevels] = useState<Levels>(
    () => new Map([[TOP, { items: first.items, next: first.nextCursor, error: null }]]),
  )
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const asked = useRef(new Set<string>())

  const put = useCallback((parent: string, change: (level: Level | undefined) => Level) => {
    setLevels((now) => new Map([...now, [parent, change(now.get(parent))]]))
  }, [])

  const ask = useCallback(
    (parent: string, query: { cursor?: string | undefined; limit: number }) =>
      callEndpoint(listNodesEndpoint, {
        params: { project },
        query: { ...query, ...(parent !== TOP && { parent }) },
      }),
    [project],
  )

  /** The next page below a node, once at a time. */
  const loadMore = useCallback(
    async (parent: string) => {
      const level = levels.get(parent)
      if (asked.current.has(parent) || level?.next === null) return
      asked.current.add(parent)
      try {
        const page = await ask(parent, { cursor: level?.next, limit: AT_ONCE })
        put(parent, (now) => ({
          items: [...(now?.items ?? []), ...page.items],
          next: page.nextCursor,
          error: null,
        }))
      } catch (error) {
        put(parent, (now) => ({ items: now?.items ?? [], next: now?.next, error }))
      } finally {
        asked.current.delete(parent)
      }
    },
    [levels, ask, put],
  )

  const toggle = useCallback((id: string, isOpen: boolean) => {
    setOpen((now) => {
      const next = new Set(now)
      if (isOpen) next.add(id)
      else next.delete(id)
      return next
    })
  }, [])

  /** Newer states of nodes, wherever they are shown. */
  const patch = useCallback(
    (nodes: readonly NodeView[]) => {
      setLevels((now) => patchLevels(now, nodes))
      const byId = new Map(nodes.map((node) => [node.id, node]))
      const newer = (items: NodeView[]) => items.map((node) => byId.get(node.id) ?? node)
      client.setQueriesData<{ pages: FoundNodes[]; pageParams: unknown[] }>(
        { queryKey: foundKey(project) },
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: newer(page.items),
              above: newer(page.above),
            })),
          },
      )
    },
    [client, project],
  )

  /** Asks how a node and those above it stand now. */
  const refresh = useCallback(
    async (id: string) => {
      const detail = await client.fetchQuery({ ...nodeQuery(project, id), staleTime: 0 })
      patch([detail.node, ...detail.above])
      void client.invalidateQueries({ queryKey: [...treeKey(project), 'whole'] })
    },
    [client, project, patch],
  )

  /** After a change of the tree: the levels that are open are read anew, the others when they are opened. */
  const reload = useCallback(
    async (show?: NodeView) => {
      const parents = [TOP, ...open, ...(show?.parentId ? [show.parentId] : [])]
      const pages = await Promise.all(
        [...new Set(parents)].map(async (parent) => {
          const loaded = levels.get(parent)?.items.length ?? 0
          const page = await ask(parent, { limit: Math.min(MOST_AT_ONCE, Math.max(AT_ONCE, loaded + 1)) })
          return [parent, { items: page.items, next: page.nextCursor, error: null } as Level] as const
        }),
      )
      setLevels(new Map(pages))
      if (show?.parentId) toggle(show.parentId, true)
      await client.invalidateQueries({ queryKey: treeKey(project) })
    },
    [open, levels, ask, client, project, toggle],
  )

  return { levels, open, loadMore, toggle, patch, refresh, reload }
}
export type Tree = ReturnType<typeof useTree>
