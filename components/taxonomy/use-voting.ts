'use client'

import { useState } from 'react'
import type { Tree } from '@/components/taxonomy/use-tree'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { decideDraftEndpoint, undoDecisionEndpoint } from '@/lib/reviews/schema'
import type { NodeView } from '@/lib/taxonomy/schema'

type Cast = { decisionId: string; nodeId: string }
const MOST_TAKEN_BACK = 10

/** Votes from the tree: on the screen at once, and as they were again where the server refuses. */
export function useVoting(project: string, tree: Tree) {
  const [cast, setCast] = useState<readonly Cast[]>([])
  const [error, setError] = useState<unknown>(null)

  const vote = async (node: NodeView, mine: 'keep' | 'remove') => {
    setError(null)
    tree.patch([{ ...node, mine, waitsForMe: false, votes: { ...node.votes, cast: node.votes.cast + 1 } }])
    const verdict =
      mine === 'keep'
        ? ({ verdict: 'approve' } as const)
        : ({ verdict: 'reject', reasonCode: 'not-useful' } as const)
    try {
      const { decision } = await callEndpoint(decideDraftEndpoint, {
        params: { project },
        body: {
          ...{ versionId: node.version.id, contentHash: node.version.contentHash },
          ...{ requestKey: crypto.randomUUID(), ...verdict },
        },
      })
      setCast((now) => [...now, { decisionId: decision.id, nodeId: node.id }].slice(-MOST_TAKEN_BACK))
    } catch (refused) {
      tree.patch([node])
      setError(refused)
    }
    await tree.refresh(node.id).catch(() => {})
  }

  /** Takes back a vote, by default the last one from here; gives the node that it was on. */
  const takeBack = async (one: Cast | undefined = cast.at(-1)): Promise<string | null> => {
    if (!one) return null
    setError(null)
    try {
      const body = { decisionId: one.decisionId, requestKey: crypto.randomUUID() }
      await callEndpoint(undoDecisionEndpoint, { params: { project }, body })
      setCast((now) => now.filter(({ decisionId }) => decisionId !== one.decisionId))
    } catch (refused) {
      setError(refused)
    }
    await tree.refresh(one.nodeId).catch(() => {})
    return one.nodeId
  }

  return { vote, takeBack, canTakeBack: cast.length > 0, error }
}
export type Voting = ReturnType<typeof useVoting>
