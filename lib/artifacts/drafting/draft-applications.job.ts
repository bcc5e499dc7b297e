import { draftEach, type EachOutcome, faultyOf, missedOf } from '@/lib/artifacts/drafting/draft-each'
import { draftApplicationsJob } from '@/lib/artifacts/drafting/jobs'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import { annotationAsked, applicationKey, planAnnotation } from '@/lib/artifacts/drafting/plan-applications'
import { type AnnotatedAnswer, chooseAnswer } from '@/lib/artifacts/kinds/application/asking/choose-answer'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { draftStandings, proposeDraft } from '@/lib/artifacts/propose-draft'
import { openCaller } from '@/lib/calls/open-caller'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { annotateUnderRule } from '@/prompts/annotate-under-rule/contract'

const NOTES = { drafted: 'labelDrafted', unchanged: 'ruleDoesNotApply', left: 'labelLeft' }

/** Drafts the answers of instances under a rule, each from several answers of a model: the one given most often, the others beside it. */
export const draftApplicationsHandler: JobHandler<typeof draftApplicationsJob.payload> = {
  job: draftApplicationsJob,
  async run({ connectionId, isBatch, candidates, ...order }, context) {
    const plan = await planAnnotation(order)
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    if (!plan || !run) return { drafted: 0, unchanged: 0, left: 0 }
    const { corpus, rule } = plan
    const { id: corpusId, projectId, taskForm } = corpus
    const prompt = annotateUnderRule(taskForm)
    const { role } = prompt
    const { runId: jobRunId, signal } = context
    const caller = await openCaller({ projectId, connectionId, isBatch, role, jobRunId, signal })
    const author = await modelAuthor({ connectionId, role })
    const asked = { again: 'rejected' as const, since: run.createdAt }
    const keyOf = ({ ordinal }: { ordinal: number }) => applicationKey(rule, ordinal)
    const keys = plan.rows.map(keyOf)
    const of = { projectId, kind: 'application' as const, corpusId, keys }
    const standings = await draftStandings(of, asked)
    const count = (wanted: string) => keys.filter((key) => standings.get(key) === wanted).length
    const past = await readLessons({ projectId, kind: 'application', keys: [], until: asked.since })
    const open = plan.rows.filter((row) => standings.get(keyOf(row)) === 'open')
    return draftEach(open, {
      ...{ caller, context, isBatch, notes: NOTES },
      before: { drafted: count('drafted'), unchanged: 0, left: count('left') },
      async draft(row, ask): Promise<EachOutcome[]> {
        const key = keyOf(row)
        const { input, options } = await annotationAsked(plan, { row, past })
        const said = await Promise.all(
          Array.from({ length: candidates }, (_, candidate) => ask(prompt, input, { ...options, candidate })),
        )
        const answers: AnnotatedAnswer[] = said.flatMap((one) =>
          one.outcome === 'answer' ? [one.value] : [],
        )
        const stopped = said.find(({ outcome }) => outcome === 'over-budget' || outcome === 'cancelled')
        if (stopped || answers.length === 0) return [missedOf(key, stopped ?? said[0]!)]
        const callIds = said.flatMap((one) => one.callIds)
        const chosen = await chooseAnswer(answers, { corpusId, rule, row })
        if (chosen.chosen === 'does-not-apply') return [{ key, outcome: 'unchanged' }]
        if (chosen.chosen === 'faulty') return [faultyOf(key, { why: chosen.why, callIds })]
        const { content, evidence } = chosen
        const outcome = await proposeDraft(author, {
          ...{ kind: 'application', projectId, corpusId, taskForm, key, content, evidence },
          ...{ asked, origin: { callIds }, job: context },
        })
        return [{ key, outcome }]
      },
    })
  },
}
