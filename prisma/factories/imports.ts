import type { z } from 'zod'
import { importCorpus } from '@/lib/corpora/import-corpus'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import type { ReadInstances } from '@/lib/corpora/model'
import type { CorpusView, importCorpusInput } from '@/lib/corpora/schema'
import { uploadFile } from '@/lib/corpora/upload-file'
import type { ProjectActor } from '@/lib/projects/model'
import type { NerGold } from '@/lib/tasks/ner/gold'
import { inChunks } from './bytes'
import { makeJobContext } from './jobs'

type Details = Partial<z.output<typeof importCorpusInput>> & { fileName?: string }

const details = {
  name: 'Harbour',
  language: 'en',
  licence: 'CC0-1.0',
  source: 'a test',
  split: 'train',
} as const

/** A file sent by a person. */
export function makeUpload(actor: ProjectActor, content: string | Uint8Array, fileName = 'harbour.jsonl') {
  return uploadFile(actor, { name: fileName, body: inChunks(content) })
}

/** An import that was ordered and not begun. */
export async function orderImport(
  actor: ProjectActor,
  content: string | Uint8Array,
  { fileName, ...given }: Details = {},
): Promise<{ corpus: CorpusView; jobId: string | null }> {
  const upload = await makeUpload(actor, content, fileName)
  return importCorpus(actor, { ...details, ...given, uploadId: upload.id })
}

/** A corpus imported from a file's content, as the worker does it. */
export async function importContent(
  actor: ProjectActor,
  content: string | Uint8Array,
  given: Details = {},
): Promise<CorpusView> {
  const { corpus } = await orderImport(actor, content, given)
  await importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor))
  return corpus
}

/** A reading of named entities with its one instance, if there is one, as a test compares it. */
export function readingOfSpans({ instances, ...reading }: ReadInstances) {
  const [first] = instances
  if (!first) return { ...reading, instance: null }
  const { text, gold, meta } = first
  const { spans } = gold as NerGold
  return { ...reading, instance: meta ? { text, spans, meta } : { text, spans } }
}

/** Lines of JSONL with one span each. */
export function manyLines(count: number, from = 1): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const text = `🚢 Ship ${from + i} left at noon.`
    const spans = [{ start: 2, end: 7 + String(from + i).length, label: i % 3 ? 'vessel' : 'craft' }]
    return JSON.stringify({ text, spans, id: i })
  })
  return `${lines.join('\n')}\n`
}
