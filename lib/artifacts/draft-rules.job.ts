import { draftRulesJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import { mineRules } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import { type DraftOutcome, draftStandings, proposeDraft } from '@/lib/artifacts/propose-draft'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { taskFormSchema } from '@/lib/tasks/model'

const NOTES = { drafted: 'ruleDrafted', unchanged: 'ruleUnchanged', left: 'ruleLeft' } as const

/** Drafts the preference rules that the gold of a corpus suggests. Each is one transaction: a second run goes on where the first stopped. */
export const draftRulesHandler: JobHandler<typeof draftRulesJob.payload> = {
  job: draftRulesJob,
  async run({ corpusId, again }, context) {
    const corpus = await db.corpus.findUnique({ where: { id: corpusId } })
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    const counts: Record<DraftOutcome, number> = { drafted: 0, unchanged: 0, left: 0 }
    if (!corpus || !run) return counts
    const { projectId } = corpus
    const asked = { again, since: run.createdAt }
    const taskForm = taskFormSchema.parse(corpus.taskForm)
    const drafter = drafterFor('rule')
    const mined = await mineRules(
      { ...corpus, taskForm },
      { onProgress: (now) => context.progress({ done: 0, step: { key: 'readingGold', params: now } }) },
    )
    const drafts = await Promise.all(
      mined.map(async ({ rule, evidence }) => ({ ...(await drafter.draft({ rule, taskForm })), evidence })),
    )
    const total = drafts.length
    const keys = drafts.map(({ key }) => key)
    const standings = await draftStandings({ projectId, kind: 'rule', corpusId, keys }, asked)
    for (const [at, draft] of drafts.entries()) {
      const { key } = draft
      await context.progress({
        done: at,
        total,
        step: { key: 'draftingRule', params: { rule: key, number: at + 1, total } },
      })
      const given = { kind: 'rule' as const, projectId, corpusId, taskForm, ...draft, asked, job: context }
      const standing = standings.get(key)
      const outcome = standing === 'open' ? await proposeDraft(drafter.author, given) : standing!
      counts[outcome]++
      const { touched, instances } = draft.evidence.figures
      context.note({ key: NOTES[outcome], params: { rule: key, touched, instances } })
    }
    await context.progress({ done: total, total, step: { key: 'drafted', params: counts } })
    return counts
  },
}
