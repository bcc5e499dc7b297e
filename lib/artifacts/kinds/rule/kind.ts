import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'
import { checkContent } from '@/lib/artifacts/kinds/rule/check-content'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { ruleEvidenceSchema } from '@/lib/artifacts/kinds/rule/evidence'
import { measureContent } from '@/lib/artifacts/kinds/rule/mining/measure-content'

/** A convention that is tighter than the corpus's own, or different from it. */
export const ruleKind: KindDefinition<'rule'> = {
  kind: 'rule',
  content: ruleContentSchema,
  evidence: ruleEvidenceSchema,
  weigh: ({ content, evidence, key }) => ({
    label: content.scope.labels[0] ?? key,
    doubt: evidence?.sample.length
      ? evidence.sample.filter(({ why }) => why.length > 0).length / evidence.sample.length
      : null,
    touches: evidence?.figures.touched ?? null,
  }),
  searched: ['statement', 'paraphrases', 'scope', 'exceptions', 'note'],
  isSame: (before, after) =>
    before.taskForm === after.taskForm && before.transform?.name === after.transform?.name,
  fixed: {
    reason: 'rule-fixed',
    message: 'A rule keeps its task form and its transform. Write the rest as you like.',
  },
  async check(content, { corpusId, within }) {
    if (!corpusId) return { issues: [] }
    const issues = await checkContent(corpusId, content, within)
    const evidence = issues.length ? undefined : await measureContent(corpusId, content, within)
    return { issues, ...(evidence && { evidence }) }
  },
  faulty: {
    reason: 'rule-faulty',
    message: 'The rule does not fit its corpus. Mend what is marked.',
  },
}
