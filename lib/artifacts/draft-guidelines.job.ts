import { draftGuidelinesJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import { checkContent, withoutFaults } from '@/lib/artifacts/kinds/guideline/check-content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import {
  type AskedDraft,
  type DraftOutcome,
  draftStandings,
  proposeDraft,
} from '@/lib/artifacts/propose-draft'
import { labelCountSchema } from '@/lib/corpora/model'
import { db } from '@/lib/platform/db'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { taskFormSchema } from '@/lib/tasks/model'

type Corpus = { id: string; projectId: string; taskForm: string }

const NOTES = { drafted: 'labelDrafted', unchanged: 'labelUnchanged', left: 'labelLeft' }

/** Drafts one guideline per label from the gold. Each label is one transaction: a second run goes on where the first stopped. */
export const draftGuidelinesHandler: JobHandler<typeof draftGuidelinesJob.payload> = {
  job: draftGuidelinesJob,
  async run({ corpusId, labels: named, again }, context) {
    const corpus = await db.corpus.findUnique({ where: { id: corpusId } })
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    const counts = { drafted: 0, unchanged: 0, left: 0 }
    if (!corpus || !run) return counts
    const asked = { again, since: run.createdAt }
    const labels = named ?? labelsOf(corpus)
    const open: string[] = []
    const of = { projectId: corpus.projectId, kind: 'guideline' as const, corpusId, keys: labels }
    for (const [label, standing] of await draftStandings(of, asked))
      if (standing === 'open') open.push(label)
      else counts[standing]++
    const before = labels.length - open.length
    const report = (done: number, key: string, params: Record<string, string | number>) =>
      context.progress({ done: before + done, total: labels.length, step: { key, params } })
    const evidenceOf = await mineEvidence(corpus, {
      labels: open,
      onProgress: (now) => report(0, 'readingGold', now),
    })
    for (const [i, label] of open.entries()) {
      await report(i, 'draftingLabel', { label, number: before + i + 1, total: labels.length })
      const outcome = await draftLabel(corpus, { label, evidence: evidenceOf(label), asked, context })
      counts[outcome]++
      context.note({ key: NOTES[outcome], params: { label } })
    }
    await report(open.length, 'drafted', counts)
    return counts
  },
}

function labelsOf(corpus: { labels: unknown }): string[] {
  return labelCountSchema
    .array()
    .parse(corpus.labels)
    .map(({ label }) => label)
}

async function draftLabel(
  corpus: Corpus,
  given: { label: string; evidence: GuidelineEvidence | undefined; asked: AskedDraft; context: JobContext },
): Promise<DraftOutcome> {
  const { label, context } = given
  if (!given.evidence) return 'left'
  const drafter = drafterFor('guideline')
  const { content: written, evidence } = await drafter.draft(given.evidence)
  const content = withoutFaults(written, await checkContent(corpus.id, written))
  return proposeDraft(drafter.author, {
    kind: 'guideline',
    projectId: corpus.projectId,
    corpusId: corpus.id,
    taskForm: taskFormSchema.parse(corpus.taskForm),
    key: label,
    content,
    evidence,
    asked: given.asked,
    job: context,
  })
}
