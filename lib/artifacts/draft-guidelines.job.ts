import { type DescribedCorpus, describeCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { type DraftCounts, draftEach } from '@/lib/artifacts/drafting/draft-each'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import { draftGuidelinesJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import { askGuideline } from '@/lib/artifacts/kinds/guideline/asking/ask-guideline'
import { checkContent, withoutFaults } from '@/lib/artifacts/kinds/guideline/check-content'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import type { Author } from '@/lib/artifacts/model'
import {
  type AskedDraft,
  type DraftOutcome,
  draftStandings,
  proposeDraft,
} from '@/lib/artifacts/propose-draft'
import { openCaller } from '@/lib/calls/open-caller'
import { labelCountSchema } from '@/lib/corpora/model'
import { db } from '@/lib/platform/db'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { draftGuideline } from '@/prompts/draft-guideline/contract'

const NOTES = { drafted: 'labelDrafted', unchanged: 'labelUnchanged', left: 'labelLeft' }

/** What both drafters need: the corpus, what to draft, and the gold that speaks for it. */
type Work = {
  corpus: DescribedCorpus
  open: string[]
  before: DraftCounts
  evidenceOf: (label: string) => GuidelineEvidence | undefined
  asked: AskedDraft
  context: JobContext
}

/** Drafts one guideline per label from the gold. Each label is one transaction: a second run goes on where the first stopped. */
export const draftGuidelinesHandler: JobHandler<typeof draftGuidelinesJob.payload> = {
  job: draftGuidelinesJob,
  async run({ corpusId, labels: named, again, by = 'miner', isBatch = false }, context) {
    const corpus = await describeCorpus(corpusId)
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    const before = { drafted: 0, unchanged: 0, left: 0 }
    if (!corpus || !run) return before
    const asked = { again, since: run.createdAt }
    const labels = named ?? (await labelsOf(corpusId))
    const open: string[] = []
    const of = { projectId: corpus.projectId, kind: 'guideline' as const, corpusId, keys: labels }
    for (const [label, standing] of await draftStandings(of, asked))
      if (standing === 'open') open.push(label)
      else before[standing]++
    const evidenceOf = await mineEvidence(corpus, {
      labels: open,
      onProgress: (params) =>
        context.progress({
          done: labels.length - open.length,
          total: labels.length,
          step: { key: 'readingGold', params },
        }),
    })
    const work = { corpus, open, before, evidenceOf, asked, context }
    return by === 'miner' ? draftByMiner(work) : draftByModel(work, { ...by, isBatch })
  },
}

/** In the corpus's own order. */
async function labelsOf(corpusId: string): Promise<string[]> {
  const corpus = await db.corpus.findUniqueOrThrow({ where: { id: corpusId }, select: { labels: true } })
  return labelCountSchema
    .array()
    .parse(corpus.labels)
    .map(({ label }) => label)
}

async function draftByMiner({ corpus, open, before, evidenceOf, asked, context }: Work) {
  const counts = { ...before }
  const done = before.drafted + before.unchanged + before.left
  const total = done + open.length
  const drafter = drafterFor('guideline')
  for (const [i, label] of open.entries()) {
    const step = { key: 'draftingLabel', params: { label, number: done + i + 1, total } }
    await context.progress({ done: done + i, total, step })
    const mined = evidenceOf(label)
    const drafted = mined && (await drafter.draft(mined))
    const content = drafted && withoutFaults(drafted.content, await checkContent(corpus.id, drafted.content))
    const outcome = content
      ? await propose(drafter.author, { ...drafted, content }, { corpus, label, asked, context })
      : 'left'
    counts[outcome]++
    context.note({ key: NOTES[outcome], params: { label } })
  }
  await context.progress({ done: total, total, step: { key: 'drafted', params: counts } })
  return counts
}

async function draftByModel(
  { corpus, open, before, evidenceOf, asked, context }: Work,
  by: { connectionId: string; isBatch: boolean },
) {
  const { projectId } = corpus
  const { role } = draftGuideline
  const { runId: jobRunId, signal } = context
  const caller = await openCaller({ projectId, ...by, role, jobRunId, signal })
  const author = await modelAuthor({ ...by, role })
  const past = await readLessons({ projectId, kind: 'guideline', keys: open, until: asked.since })
  return draftEach(open, {
    ...{ caller, context, before, isBatch: by.isBatch, notes: NOTES },
    async draft(label, ask) {
      const evidence = evidenceOf(label)
      if (!evidence) return [{ key: label, outcome: 'left' }]
      const drafted = await askGuideline({ label, corpus, evidence, past }, (input, options) =>
        ask(draftGuideline, input, options),
      )
      if ('missed' in drafted) return [drafted.missed]
      return [{ key: label, outcome: await propose(author, drafted, { corpus, label, asked, context }) }]
    },
  })
}

function propose(
  author: Author,
  drafted: { content: GuidelineContent; evidence: GuidelineEvidence; callIds?: string[] },
  of: { corpus: DescribedCorpus; label: string; asked: AskedDraft; context: JobContext },
): Promise<DraftOutcome> {
  const { corpus, label, asked, context } = of
  const { content, evidence, callIds } = drafted
  return proposeDraft(author, {
    ...{ kind: 'guideline', projectId: corpus.projectId, corpusId: corpus.id, taskForm: corpus.taskForm },
    ...{ key: label, content, evidence, asked, job: context },
    ...(callIds && { origin: { callIds } }),
  })
}
