import { createHash } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { instanceIdName } from '@/lib/corpora/model'
import { db, pool } from '@/lib/platform/db'
import { uuidFromName } from '@/lib/platform/hash'

export const LABELS = [
  'vessel',
  'place',
  'person',
  'office',
  'organisation',
  'law',
  'date',
  'cargo',
  'event',
  'route',
  'sum',
  'crew',
]
const WORDS =
  'the harbour council said on that a ferry would leave again after storm repairs and nobody had seen its captain before noon when fog came in from sea over old piers while crews waited for news of cargo and passengers'.split(
    ' ',
  )
const CORPUS = uuidFromName('bench/corpus')

/** A corpus like people's own: sentences of some 25 words with up to five mentions, one in ten without any. */
export async function fillCorpus(projectId: string, rows: number): Promise<string> {
  const labels = LABELS.map((label) => ({ label, items: rows, instances: rows }))
  await db.corpus.create({
    data: {
      id: CORPUS,
      projectId,
      name: 'Bench',
      taskForm: 'ner',
      language: 'en',
      licence: 'CC0-1.0',
      source: 'made for a benchmark',
      split: 'train',
      format: 'prodigy',
      fileKey: 'none',
      fileName: 'none',
      fileSha256: '0'.repeat(64),
      fileBytes: 0,
      state: 'ready',
      instanceCount: rows,
      labels,
      createdById: 'bench',
    },
  })
  for (let first = 1; first <= rows; first += 500) await insert(first, Math.min(rows, first + 499))
  await pool().query('ANALYZE instance')
  return CORPUS
}

async function insert(first: number, last: number): Promise<void> {
  const made = Array.from({ length: last - first + 1 }, (_, at) => sentence(first + at))
  await pool().query(
    `INSERT INTO instance (corpus_id, ordinal, id, line, text, gold, labels, text_hash)
      SELECT $1, r.ordinal, r.id, r.ordinal, r.text, r.gold, ARRAY(SELECT json_array_elements_text(r.labels)), r.hash
      FROM unnest($2::int[], $3::uuid[], $4::text[], $5::json[], $6::json[], $7::bytea[])
        AS r(ordinal, id, text, gold, labels, hash)`,
    [
      CORPUS,
      made.map(({ ordinal }) => ordinal),
      made.map(({ ordinal }) => uuidFromName(instanceIdName(CORPUS, ordinal))),
      made.map(({ text }) => text),
      made.map(({ spans }) => JSON.stringify({ spans })),
      made.map(({ spans }) => JSON.stringify([...new Set(spans.map(({ label }) => label))].sort())),
      made.map(({ text }) => createHash('sha256').update(text).digest().subarray(0, 16)),
    ],
  )
}

function sentence(ordinal: number) {
  const random = xoroshiro128plus(ordinal)
  const below = (limit: number) => uniformInt(random, 0, limit - 1)
  const mentions = below(10) === 0 ? 0 : 1 + below(5)
  const spans: { start: number; end: number; label: string }[] = []
  const words: string[] = []
  let length = 0
  const add = (word: string) => {
    words.push(word)
    length += word.length + 1
  }
  for (let part = 0; part <= mentions; part++) {
    for (let word = 2 + below(6); word > 0; word--) add(WORDS[below(WORDS.length)]!)
    if (part === mentions) break
    const name = `${NAMES[below(NAMES.length)]} ${NAMES[below(NAMES.length)]}`
    spans.push({ start: length, end: length + name.length, label: LABELS[below(LABELS.length)]! })
    add(name)
  }
  return { ordinal, text: words.join(' '), spans }
}

const NAMES = [
  'Grey',
  'Petrel',
  'Ostrey',
  'Wickholm',
  'Ana',
  'Lund',
  'Homeward',
  'Skelling',
  'Port',
  'Ellis',
  'Marrow',
  'Finch',
]
