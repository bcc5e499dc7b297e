import type { PoolClient } from 'pg'
import { type ExtentFault, judgeExtent } from '@/lib/corpora/problems/judge-extent'
import { judgeScript } from '@/lib/corpora/problems/judge-script'
import { judgeText } from '@/lib/corpora/problems/judge-text'
import type { ProblemKind } from '@/lib/corpora/survey/model'
import { readInOrder } from '@/lib/corpora/survey/read-in-order'
import { copyInto, copyRows, copyText } from '@/lib/platform/copy'
import { inTransaction } from '@/lib/platform/db'
import { listExtents } from '@/lib/tasks/list-extents'
import type { TaskForm } from '@/lib/tasks/model'
import { readerOf } from '@/lib/tasks/ner/gold'

type Row = { ordinal: number; text: string; labels: string[]; gold: unknown }
type Corpus = { id: string; taskForm: TaskForm; language: string }
type Found = { kind: ProblemKind; groupKey: string; detail: Record<string, unknown> }

/** The kinds that a look at each instance by itself shows. */
export const lookedFor: readonly ProblemKind[] = ['poor-text', 'other-script', 'loose-edge', 'cut-word']
/** Places that are told of one instance and group. */
const MOST_PLACES = 5
const BATCH_BYTES = 4_000_000

/** The doubts that a look at each instance by itself shows, written as they are found. `seen` gets what was read, to look on. */
export function lookThrough(
  client: PoolClient,
  corpus: Corpus,
  seen: (rows: readonly { ordinal: number; text: string }[]) => Promise<void>,
): Promise<void> {
  const look = makeLook(corpus)
  const rows = copyRows()
  const write = async () => {
    await copyInto(client, 'instance_problem (corpus_id, kind, ordinal, group_key, detail)', rows)
    rows.clear()
  }
  return inTransaction(client, async () => {
    await client.query('DELETE FROM instance_problem WHERE corpus_id = $1 AND kind = ANY($2)', [
      corpus.id,
      lookedFor,
    ])
    for await (const batch of readInOrder<Row>(corpus.id, { columns: 'text, labels, gold' })) {
      for (const row of batch)
        for (const { kind, groupKey, detail } of look(row)) {
          const values = `${copyText(groupKey)}\t${copyText(JSON.stringify(detail))}`
          rows.add(`${corpus.id}\t${kind}\t${row.ordinal}\t${values}\n`)
        }
      if (rows.bytes >= BATCH_BYTES) await write()
      await seen(batch)
    }
    await write()
  })
}

function makeLook({ taskForm, language }: Corpus): (row: Row) => Found[] {
  const scriptOf = judgeScript(language)
  return ({ text, labels, gold }) => {
    const poor = judgeText(text, { labelled: labels.length > 0 })
    const other = scriptOf(text)
    return [
      ...(poor ? [{ kind: 'poor-text' as const, groupKey: poor, detail: {} }] : []),
      ...(other
        ? [{ kind: 'other-script' as const, groupKey: other.script, detail: { share: other.share } }]
        : []),
      ...lookAtExtents(text, { taskForm, gold }),
    ]
  }
}

function lookAtExtents(text: string, { taskForm, gold }: { taskForm: TaskForm; gold: unknown }): Found[] {
  const extents = listExtents(taskForm, gold)
  if (extents.length === 0) return []
  const reader = readerOf(text)
  const found = new Map<ExtentFault, [number, number][]>()
  for (const extent of extents)
    for (const fault of judgeExtent(text, extent, reader)) {
      const places = found.get(fault) ?? []
      found.set(fault, places)
      if (places.length < MOST_PLACES) places.push([extent.start, extent.end])
    }
  return [...found].map(([fault, places]) => ({
    kind: fault === 'cut-word' ? 'cut-word' : 'loose-edge',
    groupKey: fault,
    detail: { places },
  }))
}
