import type { Fix } from '@/lib/corpora/fixes/model'
import {
  type CorpusFixView,
  listFixesEndpoint,
  orderFixEndpoint,
  previewFixEndpoint,
  undoFixEndpoint,
} from '@/lib/corpora/fixes/schema'
import { findCorpora } from './find-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

export type FixOptions = { project: string; corpus: string; preview?: boolean; wait?: boolean }

/** Fixes a corpus in bulk, or says what that would do. */
export async function fixCorpus(server: Server, fix: Fix, options: FixOptions): Promise<Outcome> {
  const { corpus, params } = await placeOf(server, options)
  if (!options.preview) {
    const ordered = await call(server, orderFixEndpoint, { params, body: fix })
    return await outcomeOf(server, { ...options, corpus, params, ordered })
  }
  const preview = await call(server, previewFixEndpoint, { params, body: fix })
  const { instances, items, guidelines, merges } = preview
  const about = guidelines.approved + guidelines.waiting
  return {
    result: { corpusId: corpus.id, instances, items, merges, guidelines },
    lines: [
      `${corpus.name}: it would touch ${instances ?? 'an unknown number of'} instances${items === null ? '' : `, ${items} marks`}. Nothing was changed.`,
      ...(about > 0
        ? [`${about} guidelines are about these labels; their approved texts stay as they are.`]
        : []),
    ],
  }
}

/** Takes back the newest fix that stands. */
export async function undoCorpusFix(server: Server, options: FixOptions): Promise<Outcome> {
  const { corpus, params } = await placeOf(server, options)
  const { items } = await call(server, listFixesEndpoint, { params })
  const newest = items.find(({ canUndo }) => canUndo)
  if (!newest)
    return {
      result: { corpusId: corpus.id, undone: null },
      lines: [`${corpus.name}: no fix is left to undo.`],
    }
  const ordered = await call(server, undoFixEndpoint, { params, body: { number: newest.number } })
  return outcomeOf(server, { ...options, corpus, params, ordered })
}

export async function listCorpusFixes(server: Server, options: FixOptions): Promise<Outcome> {
  const { corpus, params } = await placeOf(server, options)
  const { items } = await call(server, listFixesEndpoint, { params })
  return {
    result: { corpusId: corpus.id, fixes: items },
    lines: items.length > 0 ? items.map(lineOfFix) : [`${corpus.name}: nothing was fixed yet.`],
  }
}

async function placeOf(server: Server, { project, corpus: word }: FixOptions) {
  const [corpus] = await findCorpora(server, { project, words: [word] })
  return { corpus: corpus!, params: { project, corpus: corpus!.id } }
}

type Done = Omit<FixOptions, 'corpus'> & {
  corpus: { id: string; name: string }
  params: { project: string; corpus: string }
  ordered: { number: number; jobId: string }
}

async function outcomeOf(
  server: Server,
  { project, corpus, params, ordered, wait = true }: Done,
): Promise<Outcome> {
  const { number, jobId } = ordered
  const about = { corpusId: corpus.id, number, jobId }
  if (!wait) return { result: about, lines: [`Fix ${number} of ${corpus.name} (job ${jobId})`] }
  await waitForJob(server, { project, job: jobId, what: `Fixing ${corpus.name}` })
  const { items } = await call(server, listFixesEndpoint, { params })
  const done = items.find((one) => one.number === number)!
  return { result: { ...about, counts: done.counts, state: done.state }, lines: [lineOfFix(done)] }
}

export function lineOfFix({ number, fix, state, counts, undone }: CorpusFixView): string {
  const { changed, dropped, kept } = counts
  return `${number}. ${wordsOf(fix)}: ${undone ? 'undone' : state}, ${changed} changed, ${dropped} taken out, ${kept} kept`
}

function wordsOf(fix: CorpusFixView['fix']): string {
  switch (fix.kind) {
    case 'relabel':
      return `${fix.from.join(', ')} -> ${fix.to}`
    case 'drop-label':
      return `drop ${fix.from.join(', ')}`
    case 'undo':
      return `undo ${fix.number}`
    default:
      return `${fix.kind} ${fix.problem}${fix.group === undefined ? '' : ` ${fix.group}`}`
  }
}
