import { draftEach, type EachOutcome, faultyOf, missedOf } from '@/lib/artifacts/drafting/draft-each'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import { draftFormatsJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import { formatInput } from '@/lib/artifacts/kinds/format/asking/format-input'
import { readFormat } from '@/lib/artifacts/kinds/format/asking/read-format'
import { checkContent } from '@/lib/artifacts/kinds/format/check-content'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import { formatKey } from '@/lib/artifacts/kinds/format/drafting/format-key'
import { variants } from '@/lib/artifacts/kinds/format/drafting/variants'
import type { FormatEvidence } from '@/lib/artifacts/kinds/format/evidence'
import { readTrial, type Trial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import type { Author } from '@/lib/artifacts/model'
import {
  type AskedDraft,
  type DraftOutcome,
  draftStandings,
  proposeDraft,
} from '@/lib/artifacts/propose-draft'
import { openCaller } from '@/lib/calls/open-caller'
import { carriers as allCarriers, type CarrierName } from '@/lib/formats/model'
import { db } from '@/lib/platform/db'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { proposeFormats } from '@/prompts/propose-formats/contract'

type Outcome = DraftOutcome | 'failed'

const NOTES = {
  drafted: 'formatDrafted',
  unchanged: 'formatUnchanged',
  left: 'formatLeft',
  failed: 'formatFailed',
} as const
const MODEL_NOTES = { drafted: 'labelDrafted', unchanged: 'labelLeft', left: 'labelLeft' } as const

type Work = {
  projectId: string
  carriers: CarrierName[]
  trial: Trial
  asked: AskedDraft
  context: JobContext
}

/** Drafts format variants. What does not bring every real answer back is reported in the job's log and shown to nobody else. */
export const draftFormatsHandler: JobHandler<typeof draftFormatsJob.payload> = {
  job: draftFormatsJob,
  async run({ projectId, carriers = [...allCarriers], again, by = 'miner', isBatch = false }, context) {
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    if (!run) return { drafted: 0, unchanged: 0, left: 0, failed: 0 }
    const asked = { again, since: run.createdAt }
    const work = { projectId, carriers, trial: await readTrial(projectId), asked, context }
    return by === 'miner' ? draftByMiner(work) : draftByModel(work, { ...by, isBatch })
  },
}

async function draftByMiner(work: Work) {
  const { projectId, carriers, trial, asked, context } = work
  const counts: Record<Outcome, number> = { drafted: 0, unchanged: 0, left: 0, failed: 0 }
  const ideas = carriers.flatMap((carrier) => variants[carrier].map((variant) => ({ carrier, variant })))
  const keys = ideas.map(({ variant }) => formatKey(variant.name))
  const standings = await draftStandings({ projectId, kind: 'format', corpusId: null, keys }, asked)
  for (const [at, idea] of ideas.entries()) {
    const { name } = idea.variant
    const standing = standings.get(formatKey(name))
    await context.progress({
      done: at,
      total: ideas.length,
      step: { key: 'tryingFormat', params: { format: name, instances: trial.instances } },
    })
    const { author, draft } = drafterFor('format')
    const { content } = await draft(idea)
    const outcome = standing === 'open' ? await tryAndPropose(author, { content, work }) : standing!
    counts[outcome]++
    if (outcome !== 'failed') context.note({ key: NOTES[outcome], params: { format: name } })
  }
  const [done, total] = [ideas.length, ideas.length]
  await context.progress({ done, total, step: { key: 'formatsDrafted', params: counts } })
  return counts
}

async function tryAndPropose(
  author: Author,
  { content, work }: { content: FormatContent; work: Work },
): Promise<Outcome> {
  const { issues, evidence } = checkContent(content, work.trial)
  for (const { code, message, path } of issues)
    work.context.note({
      key: NOTES.failed,
      params: { format: content.name, why: message ?? `${path}: ${code}` },
    })
  return issues.length > 0 ? 'failed' : propose(author, { content, work, evidence })
}

/** One question for each carrier, with the variants of it that exist. */
async function draftByModel(work: Work, by: { connectionId: string; isBatch: boolean }) {
  const { projectId, carriers, trial, asked, context } = work
  const { role } = proposeFormats
  const { runId: jobRunId, signal } = context
  const caller = await openCaller({ projectId, ...by, role, jobRunId, signal })
  const author = await modelAuthor({ ...by, role })
  const past = await readLessons({ projectId, kind: 'format', keys: [], until: asked.since })
  return draftEach(carriers, {
    ...{ caller, context, isBatch: by.isBatch, notes: MODEL_NOTES },
    async draft(carrier, ask) {
      const about = { kind: 'format', corpusId: null, key: carrier }
      const { lessons, decisionIds } = await selectLessons(past, about)
      const input = await formatInput(projectId, { carrier, trial, lessons, since: asked.since })
      const said = await ask(proposeFormats, input, { about, decisionIds })
      if (said.outcome !== 'answer') return [missedOf(carrier, said)]
      const { callIds } = said
      const outcomes: EachOutcome[] = []
      for (const proposed of said.value.formats) {
        const { content, evidence, fault } = readFormat(proposed, trial)
        const key = content.name
        outcomes.push(
          fault
            ? faultyOf(key, { why: fault, callIds })
            : { key, outcome: await propose(author, { content, work, evidence, callIds }) },
        )
      }
      return outcomes
    },
  })
}

function propose(
  author: Author,
  of: { content: FormatContent; work: Work; evidence?: FormatEvidence | undefined; callIds?: string[] },
): Promise<DraftOutcome> {
  const { content, evidence, callIds } = of
  const { projectId, asked, context } = of.work
  return proposeDraft(author, {
    ...{ kind: 'format', projectId, corpusId: null },
    taskForm: content.taskForms.length === 1 ? content.taskForms[0]! : 'general',
    key: formatKey(content.name),
    ...{ content, asked, job: context, ...(evidence && { evidence }) },
    ...(callIds && { origin: { callIds } }),
  })
}
