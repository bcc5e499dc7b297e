import { randomUUID } from 'node:crypto'
import { chineseText, type Draw, labels, latinText, newDraw, rareLabel } from '@/bench/pages/draw-texts'
import { instanceIdName } from '@/lib/corpora/model'
import { copyInto, copyRows, copyTexts } from '@/lib/platform/copy'
import { db, pool } from '@/lib/platform/db'
import { uuidFromName } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'

const BATCH = 5_000
const INTO = 'instance (corpus_id, ordinal, id, line, text, gold, labels, text_hash)'

/** A corpus of so many instances, three quarters in a Latin script and one in Chinese, written straight into the tables. */
export async function loadCorpus(actor: ProjectActor, rows: number): Promise<string> {
  const id = randomUUID()
  await db.corpus.create({
    data: {
      ...{ id, projectId: actor.project.id, name: 'Large', taskForm: 'ner', language: 'en' },
      ...{ licence: 'CC0-1.0', source: 'made up', split: 'train', format: 'prodigy' },
      ...{ fileKey: `corpora/${id}`, fileName: 'large.jsonl', fileSha256: '0'.repeat(64), fileBytes: 0 },
      ...{ state: 'ready', instanceCount: rows, createdById: actor.id, importedAt: new Date() },
      labels: [...labels, rareLabel].map((label) => ({ label, items: 0, instances: 0 })),
    },
  })
  const draw = newDraw(7)
  const client = await pool().connect()
  const batch = copyRows()
  for (let from = 1; from <= rows; from += BATCH) {
    batch.clear()
    for (let ordinal = from; ordinal < Math.min(from + BATCH, rows + 1); ordinal++)
      batch.add(rowOf(draw, id, ordinal))
    await copyInto(client, INTO, batch)
  }
  await client.query('ANALYZE instance')
  client.release()
  return id
}

function rowOf(draw: Draw, corpusId: string, ordinal: number): string {
  const text = ordinal % 4 === 0 ? chineseText(draw) : latinText(draw)
  const spans = [0, 1, 2].map((place) => ({
    ...{ start: place * 4, end: place * 4 + 3 },
    label: labels[Math.floor(labels.length * draw() ** 2)]!,
  }))
  if (ordinal % 10_000 === 77) spans[2]!.label = rareLabel
  const own = [...new Set(spans.map(({ label }) => label))].sort()
  const id = uuidFromName(instanceIdName(corpusId, ordinal))
  const hash = ordinal.toString(16).padStart(32, '0')
  return `${corpusId}\t${ordinal}\t${id}\t${ordinal}\t${text}\t${JSON.stringify({ spans })}\t${copyTexts(own)}\t\\\\x${hash}\n`
}
