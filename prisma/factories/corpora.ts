import { createHash, randomUUID } from 'node:crypto'
import { instanceIdName } from '@/lib/corpora/model'
import { db } from '@/lib/platform/db'
import { uuidFromName } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { codePointLength } from '@/lib/tasks/model'
import { canonicalNerGold } from '@/lib/tasks/ner/gold'

/** Marked text: `The [Grey Petrel|vessel] left.` Brackets do not nest. */
export function fromMarked(marked: string): {
  text: string
  spans: { start: number; end: number; label: string }[]
} {
  const spans: { start: number; end: number; label: string }[] = []
  let text = ''
  let rest = marked
  for (
    let match = /\[([^\]|]+)\|([^\]]+)\]/.exec(rest);
    match;
    match = /\[([^\]|]+)\|([^\]]+)\]/.exec(rest)
  ) {
    text += rest.slice(0, match.index)
    const start = codePointLength(text)
    text += match[1]
    spans.push({ start, end: codePointLength(text), label: match[2]! })
    rest = rest.slice(match.index + match[0].length)
  }
  return { text: text + rest, spans }
}

/** A finished NER corpus from marked sentences. */
export async function makeCorpus(
  actor: ProjectActor,
  given: {
    name?: string
    language?: string
    heldOut?: boolean
    sentences: (string | ReturnType<typeof fromMarked>)[]
  },
): Promise<{ id: string; name: string }> {
  const id = randomUUID()
  const name = given.name ?? `Corpus ${id.slice(0, 4)}`
  const rows = given.sentences.map((sentence) =>
    typeof sentence === 'string' ? fromMarked(sentence) : sentence,
  )
  const labels = [...new Set(rows.flatMap((row) => row.spans.map((span) => span.label)))]
    .sort()
    .map((label) => ({
      label,
      items: rows.flatMap((row) => row.spans).filter((span) => span.label === label).length,
      instances: rows.filter((row) => row.spans.some((span) => span.label === label)).length,
    }))
  await db.corpus.create({
    data: {
      id,
      projectId: actor.project.id,
      name,
      taskForm: 'ner',
      language: given.language ?? 'en',
      licence: 'CC0-1.0',
      source: 'written for a test',
      split: 'train',
      format: 'prodigy',
      fileKey: `corpora/${id}`,
      fileName: 'test.jsonl',
      fileSha256: '0'.repeat(64),
      fileBytes: 0,
      state: 'ready',
      heldOut: given.heldOut ?? false,
      instanceCount: rows.length,
      itemCount: rows.reduce((sum, row) => sum + row.spans.length, 0),
      labels,
      createdById: actor.id,
      importedAt: new Date(),
      instances: {
        create: rows.map((row, i) => ({
          ordinal: i + 1,
          id: uuidFromName(instanceIdName(id, i + 1)),
          line: i + 1,
          text: row.text,
          gold: canonicalNerGold(row.spans),
          labels: [...new Set(row.spans.map((span) => span.label))].sort(),
          textHash: createHash('sha256').update(row.text).digest().subarray(0, 16),
        })),
      },
    },
  })
  return { id, name }
}
