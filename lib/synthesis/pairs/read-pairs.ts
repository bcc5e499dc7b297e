import { releasedContents } from '@/lib/library/releases/queries'
import { pool } from '@/lib/platform/db'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import type { ComposableInstance } from '@/lib/synthesis/prepared/model'

const BATCH = 250

type Place = { ordinal: number; versionId: string }
type Frozen = { runId: string; releaseId: string }

/** The pairs that a run takes, or those of a stretch of it, in batches by keyset, as instances to compose. */
export async function* readPairs(
  of: Frozen,
  { after, last }: { after: number; last: number },
): AsyncGenerator<ComposableInstance[]> {
  for (let at = after; at < last; ) {
    const places = await readPlaces(of.runId, { after: at, last, limit: BATCH })
    const end = places.at(-1)
    if (!end) return
    yield await pairsAt(of.releaseId, places)
    at = end.ordinal
  }
}

async function readPlaces(
  runId: string,
  { after, last, limit }: { after: number; last: number; limit: number },
): Promise<Place[]> {
  const { rows } = await pool().query<Place>(
    `SELECT ordinal, version_id AS "versionId" FROM run_pair
     WHERE run_id = $1::uuid AND ordinal > $2::int AND ordinal <= $3::int ORDER BY ordinal LIMIT $4::int`,
    [runId, after, last, limit],
  )
  return rows
}

/** All places of a run, without what stands there. */
export async function frozenPlaces(runId: string): Promise<Place[]> {
  return readPlaces(runId, { after: 0, last: 2_147_483_647, limit: 2_147_483_647 })
}

/** Pairs of a release as instances: what is asked is the text, and a conversation of two turns its gold. */
export async function pairsAt(releaseId: string, places: readonly Place[]): Promise<ComposableInstance[]> {
  const released = await releasedContents(
    releaseId,
    'pair',
    places.map(({ versionId }) => versionId),
  )
  const byVersion = new Map(released.map((one) => [one.versionId, one]))
  return places.flatMap(({ ordinal, versionId }) => {
    const found = byVersion.get(versionId)
    if (!found) return []
    const { artifactId, contentHash, decisionId, decidedBy } = found
    const { question, answer, language, subject } = found.content
    const turns = [
      { from: 'user', text: question },
      { from: 'assistant', text: answer },
    ]
    const source = { versionId, contentHash, decisionId, decidedBy, kind: 'pair' }
    return [
      {
        ...{ id: artifactId, corpusId: PAIRS_ID, ordinal, text: question, gold: { turns } },
        pair: { source, language, subject },
      },
    ]
  })
}
