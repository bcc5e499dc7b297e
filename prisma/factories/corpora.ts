import { createHash, randomUUID } from 'node:crypto'
import { instanceIdName } from '@/lib/corpora/model'
import { db } from '@/lib/platform/db'
import { uuidFromName } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { codePointLength, type TaskForm } from '@/lib/tasks/model'
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
    licence?: string
    heldOut?: boolean
    sentences: (string | ReturnType<typeof fromMarked>)[]
  },
): Promise<{ id: string; name: string }> {
  const rows = given.sentences.map((sentence) => {
    const { text, spans } = typeof sentence === 'string' ? fromMarked(sentence) : sentence
    return { text, gold: canonicalNerGold(spans) }
  })
  return makeLabelledCorpus(actor, { ...given, taskForm: 'ner', rows })
}

/** A finished corpus of any form that has labels, from texts with their golds. */
export async function makeLabelledCorpus(
  actor: ProjectActor,
  given: {
    name?: string
    language?: string
    licence?: string
    heldOut?: boolean
    taskForm: TaskForm
    rows: readonly { text: string; gold: unknown }[]
  },
): Promise<{ id: string; name: string }> {
  const id = randomUUID()
  const name = given.name ?? `Corpus ${id.slice(0, 4)}`
  const form = findTaskForm(given.taskForm)
  const rows = given.rows.map(({ text, gold }) => {
    const canonical = form.canonical(form.gold.parse(gold))
    return { text, gold: canonical as object, labels: form.labelsIn(canonical) }
  })
  const items = rows.flatMap((row) => row.labels)
  const labels = [...new Set(items)].sort().map((label) => ({
    label,
    items: items.filter((one) => one === label).length,
    instances: rows.filter((row) => row.labels.includes(label)).length,
  }))
  await db.corpus.create({
    data: {
      id,
      projectId: actor.project.id,
      name,
      taskForm: given.taskForm,
      language: given.language ?? 'en',
      licence: given.licence ?? 'CC0-1.0',
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
      itemCount: items.length,
      labels,
      createdById: actor.id,
      importedAt: new Date(),
      instances: {
        create: rows.map((row, i) => ({
          ordinal: i + 1,
          id: uuidFromName(instanceIdName(id, i + 1)),
          line: i + 1,
          text: row.text,
          gold: row.gold,
          labels: [...new Set(row.labels)].sort(),
          textHash: createHash('sha256').update(row.text).digest().subarray(0, 16),
        })),
      },
    },
  })
  return { id, name }
}
