import { type DescribedCorpus, describeCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { draftEach, type EachOutcome, faultyOf, missedOf } from '@/lib/artifacts/drafting/draft-each'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import { draftRulesJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import { readProposed, type TriedRule } from '@/lib/artifacts/kinds/rule/asking/read-proposed'
import { ruleInput } from '@/lib/artifacts/kinds/rule/asking/rule-input'
import { type MinedRule, mineRules } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import {
  type AskedDraft,
  type DraftOutcome,
  draftStandings,
  proposeDraft,
} from '@/lib/artifacts/propose-draft'
import { openCaller } from '@/lib/calls/open-caller'
import { db } from '@/lib/platform/db'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { proposeRules } from '@/prompts/propose-rules/contract'

const NOTES = { drafted: 'ruleDrafted', unchanged: 'ruleUnchanged', left: 'ruleLeft' } as const
const MODEL_NOTES = { drafted: 'labelDrafted', unchanged: 'ruleSaidBefore', left: 'labelLeft' } as const

type Work = { corpus: DescribedCorpus; mined: MinedRule[]; asked: AskedDraft; context: JobContext }

/** Drafts the preference rules that the gold of a corpus suggests. Each is one transaction: a second run goes on where the first stopped. */
export const draftRulesHandler: JobHandler<typeof draftRulesJob.payload> = {
  job: draftRulesJob,
  async run({ corpusId, labels, again, by = 'miner', isBatch = false }, context) {
    const corpus = await describeCorpus(corpusId)
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    if (!corpus || !run) return { drafted: 0, unchanged: 0, left: 0 }
    const mined = await mineRules(corpus, {
      onProgress: (now) => context.progress({ done: 0, step: { key: 'readingGold', params: now } }),
    })
    const work = { corpus, mined, asked: { again, since: run.createdAt }, context }
    return by === 'miner' ? draftByMiner(work) : draftByModel(work, { ...by, isBatch, labels })
  },
}

async function draftByMiner({ corpus, mined, asked, context }: Work) {
  const { id: corpusId, projectId, taskForm } = corpus
  const counts: Record<DraftOutcome, number> = { drafted: 0, unchanged: 0, left: 0 }
  const drafter = drafterFor('rule')
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
}

/** One question about the whole corpus, or one about each label that is named. */
async function draftByModel(
  { corpus, mined, asked, context }: Work,
  by: { connectionId: string; isBatch: boolean; labels: string[] | undefined },
) {
  const { projectId, id: corpusId, taskForm } = corpus
  const prompt = proposeRules(taskForm)
  const { runId: jobRunId, signal } = context
  const { connectionId, isBatch } = by
  const { role } = prompt
  const caller = await openCaller({ projectId, connectionId, isBatch, role, jobRunId, signal })
  const author = await modelAuthor({ connectionId, role })
  const past = await readLessons({ projectId, kind: 'rule', keys: [], until: asked.since })
  const propose = async (
    { key, content, evidence, fault }: TriedRule,
    callIds: string[],
  ): Promise<EachOutcome> => {
    if (fault) return faultyOf(content.statement[corpus.written], { why: fault, callIds })
    const outcome = await proposeDraft(author, {
      ...{ kind: 'rule', projectId, corpusId, taskForm, key, content, asked, job: context },
      ...{ origin: { callIds }, ...(evidence && { evidence }) },
    })
    return { key: content.statement[corpus.written], outcome }
  }
  const questions = by.labels ?? [null]
  return draftEach<string | null>(questions, {
    ...{ caller, context, isBatch, notes: MODEL_NOTES },
    async draft(label, ask) {
      const about = { kind: 'rule', corpusId, key: label ?? corpus.name }
      const { lessons, decisionIds } = await selectLessons(past, about)
      const input = await ruleInput(corpus, { label, mined, lessons, since: asked.since })
      const said = await ask(prompt, input, { about, decisionIds })
      if (said.outcome !== 'answer') return [missedOf(about.key, said)]
      const tried = await readProposed(corpus, said.value.rules)
      const outcomes: EachOutcome[] = []
      for (const one of tried) outcomes.push(await propose(one, said.callIds))
      return outcomes
    },
  })
}
