import { describeCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { draftEach, missedOf } from '@/lib/artifacts/drafting/draft-each'
import { paraphraseGuidelinesJob } from '@/lib/artifacts/drafting/jobs'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import { findToReword, rewordingInput, withWordings } from '@/lib/artifacts/drafting/plan-paraphrases'
import { proposeChange } from '@/lib/artifacts/drafting/propose-change'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { openCaller } from '@/lib/calls/open-caller'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { paraphraseGuideline } from '@/prompts/paraphrase-guideline/contract'

const NOTES = { drafted: 'labelDrafted', unchanged: 'labelSaidBefore', left: 'labelLeft' }

/** Drafts further wordings of approved guidelines: each is a draft of the guideline's next version. */
export const paraphraseGuidelinesHandler: JobHandler<typeof paraphraseGuidelinesJob.payload> = {
  job: paraphraseGuidelinesJob,
  async run({ corpusId, labels, again, connectionId, isBatch }, context) {
    const corpus = await describeCorpus(corpusId)
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    if (!corpus || !run) return { drafted: 0, unchanged: 0, left: 0 }
    const { projectId } = corpus
    const { role } = paraphraseGuideline
    const { runId: jobRunId, signal } = context
    const caller = await openCaller({ projectId, connectionId, isBatch, role, jobRunId, signal })
    const author = await modelAuthor({ connectionId, role })
    const { open, left } = await findToReword(corpus, { labels, again })
    const since = run.createdAt
    const keys = open.map(({ key }) => key)
    const past = await readLessons({ projectId, kind: 'guideline', keys, until: since })
    const before = { drafted: 0, unchanged: 0, left }
    return draftEach(open, {
      ...{ caller, context, isBatch, before, notes: NOTES },
      async draft(guideline, ask) {
        const { input, options } = await rewordingInput(corpus, { guideline, again, past })
        const said = await ask(paraphraseGuideline, input, options)
        const { key } = guideline
        if (said.outcome !== 'answer') return [missedOf(key, said)]
        const content = withWordings(guideline.content, said.value)
        const { callIds } = said
        const outcome = await proposeChange(author, {
          ...{ kind: 'guideline', corpus, approved: guideline, content, callIds, since, context },
        })
        return [{ key, outcome }]
      },
    })
  },
}
