import { adviceInput, corporaOnce, findJudged } from '@/lib/artifacts/advice/plan-advice'
import { type DescribedCorpus, describeCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { roleOf } from '@/lib/artifacts/drafting/estimate-drafts'
import { estimateDraftsJob } from '@/lib/artifacts/drafting/jobs'
import { annotationAsked, planAnnotation } from '@/lib/artifacts/drafting/plan-applications'
import { findToReword, rewordingInput } from '@/lib/artifacts/drafting/plan-paraphrases'
import { planTranslations, translationInput } from '@/lib/artifacts/drafting/plan-translations'
import { type PlannedQuestion, QuestionPricer } from '@/lib/artifacts/drafting/price-questions'
import type { DraftsOrder } from '@/lib/artifacts/drafting/schema'
import { formatInput } from '@/lib/artifacts/kinds/format/asking/format-input'
import { readTrial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { prepareGuideline } from '@/lib/artifacts/kinds/guideline/asking/ask-guideline'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import { ruleInput } from '@/lib/artifacts/kinds/rule/asking/rule-input'
import { mineRules } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import { draftStandings } from '@/lib/artifacts/propose-draft'
import type { Prompt } from '@/lib/calls/prompts/model'
import { carriers as allCarriers } from '@/lib/formats/model'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { annotateUnderRule } from '@/prompts/annotate-under-rule/contract'
import { draftGuideline, draftGuidelines } from '@/prompts/draft-guideline/contract'
import { judgeDraft } from '@/prompts/judge-draft/contract'
import { paraphraseGuideline } from '@/prompts/paraphrase-guideline/contract'
import { proposeFormats } from '@/prompts/propose-formats/contract'
import { proposeRules } from '@/prompts/propose-rules/contract'
import { translateText } from '@/prompts/translate-text/contract'

type Order<What extends DraftsOrder['what']> = Extract<DraftsOrder, { what: What }>
type Planned = { prompt: Prompt<never, unknown>; questions: PlannedQuestion[] }
type Now = { projectId: string; until: Date; context: JobContext }

/** Writes the very questions that an order would ask, sends none, and adds up what they would cost. */
export const estimateDraftsHandler: JobHandler<typeof estimateDraftsJob.payload> = {
  job: estimateDraftsJob,
  async run({ projectId, connectionId, isBatch = false, order }, context) {
    const model = order.what === 'guidelines' ? order.arm?.model : undefined
    const role = roleOf(order)
    const whom = { projectId, connectionId, role, isBatch, ...(model && { model }) }
    const pricer = await QuestionPricer.open(whom)
    const planned = await plan(order, { projectId, until: new Date(), context })
    if (planned) await pricer.add(planned.prompt, planned.questions)
    return pricer.estimate(planned?.questions.length ?? 0)
  },
}

async function plan(order: DraftsOrder, now: Now): Promise<Planned | undefined> {
  if (order.what === 'formats') return planFormats(order, now)
  if (order.what === 'applications') return planApplications(order, now)
  if (order.what === 'advice') return planAdvice(order, now)
  const corpus = await describeCorpus(order.corpus)
  if (!corpus || corpus.projectId !== now.projectId) return undefined
  if (order.what === 'guidelines') return planGuidelines(order, { ...now, corpus })
  if (order.what === 'rules') return planRules(order, { ...now, corpus })
  if (order.what === 'paraphrases') return planRewording(order, { ...now, corpus })
  const { texts: what, into } = order
  const translations = await planTranslations(corpus, { what, into })
  const questions = translations.map((translation) => translationInput(corpus, { translation, into }))
  return planned(translateText, questions)
}

/** A prompt with its inputs: each is read by the prompt before anything is made of it. */
function planned<In>(prompt: Prompt<In, unknown>, questions: PlannedQuestion[]): Planned {
  return { prompt: prompt as unknown as Planned['prompt'], questions }
}

type InCorpus = Now & { corpus: DescribedCorpus }

async function planGuidelines(
  { labels, again, arm }: Order<'guidelines'>,
  { corpus, projectId, until, context }: InCorpus,
): Promise<Planned> {
  const keys = labels ?? corpus.labels.map(({ label }) => label)
  const of = { projectId, kind: 'guideline' as const, corpusId: corpus.id, keys }
  const standings = await draftStandings(of, { again, since: until })
  const open = arm ? keys : keys.filter((label) => standings.get(label) === 'open')
  const prompt = draftGuidelines.find(({ version }) => version === arm?.promptVersion) ?? draftGuideline
  const onProgress = (params: { pass: number; read: number; total: number }) =>
    context.progress({ done: 0, step: { key: 'readingGold', params } })
  const evidenceOf = await mineEvidence(corpus, { labels: open, onProgress })
  const past = await readLessons({ projectId, kind: 'guideline', keys: open, until })
  const questions: PlannedQuestion[] = []
  for (const label of open) {
    await context.progress({ done: questions.length, total: open.length })
    const evidence = evidenceOf(label)
    if (evidence)
      questions.push(
        await prepareGuideline({ label, corpus, evidence, past: arm?.lessons === false ? null : past }),
      )
  }
  return planned(prompt, questions)
}

async function planRules(
  { labels }: Order<'rules'>,
  { corpus, projectId, until, context }: InCorpus,
): Promise<Planned> {
  const mined = await mineRules(corpus, {
    onProgress: (params) => context.progress({ done: 0, step: { key: 'readingGold', params } }),
  })
  const past = await readLessons({ projectId, kind: 'rule', keys: [], until })
  const questions: PlannedQuestion[] = []
  for (const label of labels ?? [null]) {
    const { lessons } = await selectLessons(past, { corpusId: corpus.id, key: label ?? corpus.name })
    questions.push({ input: await ruleInput(corpus, { label, mined, lessons, since: until }) })
  }
  return planned(proposeRules(corpus.taskForm), questions)
}

async function planRewording(
  { labels, again }: Order<'paraphrases'>,
  { corpus, projectId, until }: InCorpus,
): Promise<Planned> {
  const { open } = await findToReword(corpus, { labels, again })
  const keys = open.map(({ key }) => key)
  const past = await readLessons({ projectId, kind: 'guideline', keys, until })
  const questions = await Promise.all(
    open.map((guideline) => rewordingInput(corpus, { guideline, again, past })),
  )
  return planned(paraphraseGuideline, questions)
}

async function planFormats({ carriers }: Order<'formats'>, { projectId, until }: Now): Promise<Planned> {
  const trial = await readTrial(projectId)
  const past = await readLessons({ projectId, kind: 'format', keys: [], until })
  const questions: PlannedQuestion[] = []
  for (const carrier of carriers ?? allCarriers) {
    const { lessons } = await selectLessons(past, { corpusId: null, key: carrier })
    questions.push({ input: await formatInput(projectId, { carrier, trial, lessons, since: until }) })
  }
  return planned(proposeFormats, questions)
}

async function planApplications(
  { version: versionId, candidates, ...order }: Order<'applications'>,
  { projectId, until }: Now,
): Promise<Planned | undefined> {
  const plan = await planAnnotation({ versionId, ...order })
  if (!plan || plan.corpus.projectId !== projectId) return undefined
  const past = await readLessons({ projectId, kind: 'application', keys: [], until })
  const questions: PlannedQuestion[] = []
  for (const row of plan.rows) {
    const { input } = await annotationAsked(plan, { row, past })
    questions.push({ input, candidates })
  }
  return planned(annotateUnderRule(plan.corpus.taskForm), questions)
}

async function planAdvice({ corpus: corpusId }: Order<'advice'>, { projectId }: Now): Promise<Planned> {
  const corpora = corporaOnce()
  const questions: PlannedQuestion[] = []
  for (const draft of await findJudged({ projectId, corpusId })) {
    const prepared = await adviceInput(draft, corpora)
    if (prepared) questions.push(prepared)
  }
  return planned(judgeDraft, questions)
}
