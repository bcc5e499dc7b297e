import type { RuleEvidence } from '@/lib/artifacts/kinds/rule/evidence'
import { LEAST, proposeRules } from '@/lib/artifacts/kinds/rule/mining/propose-rules'
import { type MinedInstance, readInstances } from '@/lib/artifacts/kinds/rule/mining/read-instances'
import { RuleSurvey } from '@/lib/artifacts/kinds/rule/mining/rule-survey'
import { RuleTrial, type TriedCorpus } from '@/lib/artifacts/kinds/rule/mining/rule-trial'
import type { AppliedRule } from '@/lib/rules/apply-rule'
import { hasOneGroup } from '@/lib/rules/keep-items'
import { findTaskForm } from '@/lib/tasks/find-task-form'

/** A rule that the gold suggests, with what it does there. */
export type MinedRule = { rule: AppliedRule; evidence: RuleEvidence }

type Options = {
  onProgress?: (now: { pass: number; read: number; total: number }) => Promise<void>
  /** Where the gold comes from, each time anew: the corpus' rows unless said otherwise. */
  pages?: () => AsyncIterable<MinedInstance[]>
}

/**
 * Rules that the gold of a corpus suggests: one pass to see what there is, one to try what could be said about it, in memory that does not
 * grow with the corpus. Rules that would change next to nothing are left out.
 */
export async function mineRules(corpus: TriedCorpus, options: Options = {}): Promise<MinedRule[]> {
  const survey = await surveyGold(corpus, options)
  const trials = await tryRules(proposeRules(survey, corpus), { corpus, survey, options })
  return trials
    .filter(({ touched }) => touched >= LEAST)
    .map((trial) => ({ rule: trial.rule, evidence: evidenceOf(trial, survey) }))
}

/** What given rules do to the gold of a corpus, in the order given: for rules that people wrote or changed. */
export async function measureRules(
  corpus: TriedCorpus,
  rules: readonly AppliedRule[],
  options: Options = {},
): Promise<RuleEvidence[]> {
  const survey = await surveyGold(corpus, options)
  const trials = await tryRules(rules, { corpus, survey, options })
  return trials.map((trial) => evidenceOf(trial, survey))
}

function evidenceOf(trial: RuleTrial, survey: RuleSurvey): RuleEvidence {
  const confusion = survey.confusions.behind(trial.rule)
  return { ...trial.evidence(), ...(confusion && { confusion }) }
}

async function surveyGold(corpus: TriedCorpus, options: Options): Promise<RuleSurvey> {
  const survey = new RuleSurvey(corpus)
  const form = findTaskForm(corpus.taskForm)
  const isUnlabelled = hasOneGroup(corpus.taskForm) && corpus.taskForm !== 'tc'
  await eachInstance(corpus, { pass: 1, options }, (instance) => {
    survey.add(instance)
    if (isUnlabelled) survey.countUnlabelled(form.lower(instance.text, instance.gold, []))
  })
  return survey
}

async function tryRules(
  rules: readonly AppliedRule[],
  { corpus, survey, options }: { corpus: TriedCorpus; survey: RuleSurvey; options: Options },
): Promise<RuleTrial[]> {
  const ground = survey.ground()
  const form = findTaskForm(corpus.taskForm)
  const trials = rules.map((rule) => new RuleTrial(rule, ground))
  await eachInstance(corpus, { pass: 2, options }, (instance) => {
    const lowered = form.lower(instance.text, instance.gold, ground.asked)
    for (const trial of trials) trial.add(instance, lowered)
  })
  return trials
}

async function eachInstance(
  corpus: TriedCorpus,
  { pass, options }: { pass: number; options: Options },
  see: (instance: MinedInstance) => void,
): Promise<void> {
  let read = 0
  for await (const page of options.pages?.() ?? readInstances(corpus.id)) {
    for (const instance of page) see(instance)
    read += page.length
    await options.onProgress?.({ pass, read, total: corpus.instanceCount })
  }
}
