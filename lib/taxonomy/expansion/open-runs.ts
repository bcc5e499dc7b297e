import { contentHash } from '@/lib/platform/hash'
import type { AskedHow, ExpandedNode, KnownRun, OpenReason } from '@/lib/taxonomy/expansion/model'

/** By what a run is stale: what the node and the names above it said when it was asked. */
export function basisOf({ name, note, level, subtopics, above }: ExpandedNode): string {
  return contentHash({ name, note, level, subtopics, above })
}

export function keyOfRun(
  how: AskedHow,
  { nodeId, basis, run }: { nodeId: string; basis: string; run: number },
): string {
  return contentHash({ ...how, nodeId, basis, run })
}

/** Which runs of a node are missing, and why; none is missing where all are there. */
export function openRuns(
  how: AskedHow,
  of: { nodeId: string; basis: string; runs: number; known: readonly KnownRun[] },
): { missing: number[]; why: OpenReason | null } {
  const keys = new Set(of.known.map(({ key }) => key))
  const all = Array.from({ length: of.runs }, (_, run) => run)
  const missing = all.filter((run) => !keys.has(keyOfRun(how, { ...of, run })))
  if (missing.length === 0) return { missing, why: null }
  if (missing.length < all.length) return { missing, why: 'more' }
  if (of.known.length === 0) return { missing, why: 'new' }
  return { missing, why: of.known.some(({ basis }) => basis === of.basis) ? 'other' : 'changed' }
}
