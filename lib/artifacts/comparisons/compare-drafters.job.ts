import { compareDraftersJob } from '@/lib/artifacts/comparisons/jobs'
import { type Arm, type ArmName, armNames, armSchema } from '@/lib/artifacts/comparisons/model'
import { type ArmDraft, pairUp, proposePairs } from '@/lib/artifacts/comparisons/propose-pairs'
import { type DescribedCorpus, describeCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { draftEach, type EachOutcome } from '@/lib/artifacts/drafting/draft-each'
import type { DraftingResult } from '@/lib/artifacts/drafting/model'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import { askGuideline } from '@/lib/artifacts/kinds/guideline/asking/ask-guideline'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import type { PastDecision } from '@/lib/artifacts/lessons/model'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { openCaller } from '@/lib/calls/open-caller'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { draftGuidelines } from '@/prompts/draft-guideline/contract'

const NOTES = { drafted: 'labelAnswered', unchanged: 'labelLeft', left: 'labelLeft' }

type Work = {
  corpus: DescribedCorpus
  labels: string[]
  evidenceOf: (label: string) => GuidelineEvidence | undefined
  past: PastDecision[]
  context: JobContext
}

/** Has two drafters write guidelines of the same labels. Only when both have answered, their drafts go into the queue, blind. */
export const compareDraftersHandler: JobHandler<typeof compareDraftersJob.payload> = {
  job: compareDraftersJob,
  async run({ comparisonId }, context) {
    const comparison = await db.comparison.findUnique({ where: { id: comparisonId } })
    const corpus = comparison && (await describeCorpus(comparison.corpusId))
    if (!comparison || comparison.state === 'closed' || !corpus) return { drafted: 0, unchanged: 0, left: 0 }
    const { labels } = comparison
    const { projectId } = corpus
    const evidenceOf = await mineEvidence(corpus, {
      labels,
      onProgress: (params) => context.progress({ done: 0, step: { key: 'readingGold', params } }),
    })
    const until = comparison.createdAt
    const past = await readLessons({ projectId, kind: 'guideline', keys: labels, until })
    const work = { corpus, labels, evidenceOf, past, context }
    const drafts = new Map<string, ArmDraft>()
    const results: DraftingResult[] = []
    for (const name of armNames)
      results.push(await draftArm(name, { arm: armSchema.parse(comparison[name]), work, drafts }))
    const pairs = pairUp(labels, drafts)
    await proposePairs(pairs, { comparison, corpus, jobId: context.runId })
    const state = pairs.length > 0 ? 'open' : 'closed'
    await db.comparison.updateMany({
      where: { id: comparisonId, state: 'drafting' },
      data: { state, ...(state === 'closed' && { closedAt: new Date() }) },
    })
    const missed = results.flatMap((one) => one.missed)
    // Whose calls cost what would tell whose drafts they are: both together.
    return { drafted: 2 * pairs.length, unchanged: 0, left: 0, failed: missed.length, missed }
  },
  async ended({ comparisonId }) {
    await db.comparison.updateMany({
      where: { id: comparisonId, state: 'drafting' },
      data: { state: 'closed', closedAt: new Date() },
    })
  },
}

async function draftArm(
  name: ArmName,
  { arm, work, drafts }: { arm: Arm; work: Work; drafts: Map<string, ArmDraft> },
): Promise<DraftingResult> {
  const { corpus, labels, evidenceOf, past, context } = work
  const prompt = promptOf(arm)
  const { role } = prompt
  const { connectionId, model } = arm
  const caller = await openCaller({
    ...{ projectId: corpus.projectId, connectionId, role, jobRunId: context.runId, signal: context.signal },
    ...(model && { model }),
  })
  const author = await modelAuthor({ connectionId, role, model })
  return draftEach(labels, {
    ...{ caller, context, isBatch: false, notes: NOTES },
    async draft(label, ask): Promise<EachOutcome[]> {
      const evidence = evidenceOf(label)
      if (!evidence) return [{ key: label, outcome: 'left' }]
      const drafted = await askGuideline(
        { label, corpus, evidence, past: arm.lessons ? past : null },
        (input, options) => ask(prompt, input, options),
      )
      if ('missed' in drafted) return [drafted.missed]
      drafts.set(`${name} ${label}`, { author, ...drafted })
      return [{ key: label, outcome: 'drafted' }]
    },
  })
}

/** The version of the prompt that an arm asks for, the newest unless it says otherwise. */
function promptOf({ promptVersion }: Arm) {
  const found = draftGuidelines.find(
    ({ version }) => promptVersion === undefined || version === promptVersion,
  )
  if (found) return found
  throw new AppError('conflict', `The prompt has no version ${promptVersion} any more.`, {
    reason: 'prompt-version-unknown',
    params: { version: promptVersion ?? 0 },
  })
}
