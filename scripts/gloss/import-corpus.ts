import { listFixesEndpoint } from '@/lib/corpora/fixes/schema'
import type { Encoding } from '@/lib/corpora/model'
import {
  type CorpusView,
  discardUploadEndpoint,
  importCorpusEndpoint,
  previewImportEndpoint,
  readCorpusEndpoint,
} from '@/lib/corpora/schema'
import { amountIn } from './amount'
import { choosePlan, type GivenPlan } from './choose-plan'
import { chooseReading } from './choose-reading'
import { lineOfFix } from './fix-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { uploadFile } from './transfer'
import { waitForJob } from './wait-for-job'

export type ImportOptions = GivenPlan & {
  project: string
  name?: string
  format?: CorpusView['format']
  taskForm?: CorpusView['taskForm']
  entry?: string
  encoding?: Encoding
  options?: Record<string, unknown>
  columns?: Record<string, string>
  mapping?: string
  mappingFile?: string
  language?: string
  licence: string
  source: string
  split?: CorpusView['split']
  wait: boolean
}

/** Sends a file and imports it. What was not said is taken from what the server makes of the file. */
export async function importCorpus(server: Server, file: string, given: ImportOptions): Promise<Outcome> {
  const { project, licence, source, entry, encoding } = given
  const plan = choosePlan(given)
  const reading = { entry, encoding, ...(await chooseReading(server, given)) }
  const upload = await uploadFile(server, { project, file })
  const place = { project, upload: upload.id }
  try {
    const suggested = await suggest(server, place, { ...given, ...reading })
    const { corpus, jobId } = await call(server, importCorpusEndpoint, {
      params: { project },
      body: { uploadId: upload.id, licence, source, ...reading, ...suggested, ...(plan && { plan }) },
    })
    if (!jobId) return outcomeOf(corpus, 'This file was imported before')
    if (!given.wait) return { ...outcomeOf(corpus, 'Importing'), result: { corpus, jobId } }
    await waitForJob(server, { project, job: jobId, what: `Importing ${corpus.name}` })
    const params = { project, corpus: corpus.id }
    const imported = outcomeOf(await call(server, readCorpusEndpoint, { params }), 'Imported')
    return plan ? withFixes(server, params, imported) : imported
  } catch (error) {
    // Taken over by an import or gone already: either way there is nothing to throw away.
    await call(server, discardUploadEndpoint, { params: place }).catch(() => undefined)
    throw error
  }
}

/** What the plan did, in the order in which it was done. */
async function withFixes(
  server: Server,
  params: { project: string; corpus: string },
  { result, lines }: Outcome,
): Promise<Outcome> {
  const { items } = await call(server, listFixesEndpoint, { params })
  const fixes = items.toReversed()
  return { result: { ...(result as object), fixes }, lines: [...lines, ...fixes.map(lineOfFix)] }
}

async function suggest(
  server: Server,
  params: { project: string; upload: string },
  { name, language, split, format, taskForm, entry, encoding, options }: ImportOptions,
) {
  if (name && language && split) return { name, language, split }
  const query = { format, taskForm, entry, encoding, options: options && JSON.stringify(options) }
  const { suggested } = await call(server, previewImportEndpoint, { params, query })
  return {
    name: name ?? suggested.name,
    language: language ?? suggested.language,
    split: split ?? suggested.split,
  }
}

function outcomeOf(corpus: CorpusView, verb: string): Outcome {
  const { name, instanceCount, itemCount, refusedCount, labels, language, split } = corpus
  const counts = [
    amountIn(instanceCount, 'instances'),
    amountIn(itemCount, 'labelled items'),
    amountIn(labels.length, 'labels'),
    ...(refusedCount ? [`${amountIn(refusedCount, 'lines')} refused (see the report in the browser)`] : []),
  ]
  return {
    result: { corpus, jobId: null },
    lines: [`${verb}: ${name} (${language}, ${split})`, ...(verb === 'Importing' ? [] : [counts.join(', ')])],
  }
}
