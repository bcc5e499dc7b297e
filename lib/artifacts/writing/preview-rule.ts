import { applyToInstances } from '@/lib/artifacts/apply-to-instances'
import { draftContent } from '@/lib/artifacts/kinds/rule/mining/draft-content'
import { measureRules } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import { readInstances } from '@/lib/artifacts/kinds/rule/mining/read-instances'
import { findReadyCorpus } from '@/lib/artifacts/writing/find-ready-corpus'
import type { RulePreview } from '@/lib/artifacts/writing/schema'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import type { AppliedRule } from '@/lib/rules/apply-rule'
import { findTransform } from '@/lib/rules/find-transform'

/** So many instances are looked at while somebody turns the knobs, spread over the corpus. */
const LOOKED_AT = 1000
const SHOWN = 5

/** What a rule would say and change, before anybody has written it. */
export async function previewRule(
  actor: ProjectActor,
  { corpus: id, rule }: { corpus: string; rule: AppliedRule },
): Promise<RulePreview> {
  const corpus = await findReadyCorpus(actor, id)
  const { forms, parameters } = findTransform(rule.transform.name)
  if (!forms.includes(corpus.taskForm))
    throw new AppError('invalid', `This transform is not for corpora of ${corpus.taskForm}.`, {
      reason: 'transform-unfit',
    })
  const read = parameters.safeParse(rule.transform.parameters)
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => ({
      path: ['body', 'transform', 'parameters', ...path].join('.'),
      message,
    }))
    throw new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      reason: 'invalid-input',
      issues,
    })
  }
  const every = Math.ceil(corpus.instanceCount / LOOKED_AT) || 1
  const pages = () => readInstances(corpus.id, every)
  const [evidence] = await measureRules(corpus, [rule], { pages })
  const { figures, sample } = evidence!
  const { instances: looked, concerned, touched, changed, answers } = figures
  const { content } = draftContent(rule, corpus.taskForm)
  const { items } = await applyToInstances(rule, { corpus, kept: sample.slice(0, SHOWN) })
  return {
    statements: {
      en: [content.statement.en, ...content.paraphrases.en],
      zh: [content.statement.zh, ...content.paraphrases.zh],
    },
    ...{ looked, instances: corpus.instanceCount, concerned, touched, changed, answers },
    samples: items,
  }
}
