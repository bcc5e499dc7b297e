import { checkContent } from '@/lib/artifacts/kinds/application/check-content'
import { applicationContentSchema } from '@/lib/artifacts/kinds/application/content'
import {
  type ApplicationEvidence,
  applicationEvidenceSchema,
} from '@/lib/artifacts/kinds/application/evidence'
import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'

/** The answer of one instance under a rule that no transform can say. */
export const applicationKind: KindDefinition<'application'> = {
  kind: 'application',
  content: applicationContentSchema,
  evidence: applicationEvidenceSchema,
  weigh: ({ evidence, key }) => ({
    label: key.replace(/ #\d+$/, ''),
    doubt: evidence ? doubtOf(evidence) : null,
    touches: 1,
  }),
  searched: ['changed'],
  isSame: (before, after) => before.ruleVersionId === after.ruleVersionId && before.ordinal === after.ordinal,
  fixed: {
    reason: 'application-fixed',
    message: 'An application stays with its rule and its instance. Write the answer as you like.',
  },
  async check(content, { corpusId, within }) {
    return { issues: corpusId ? await checkContent(corpusId, content, within) : [] }
  },
  faulty: {
    reason: 'application-faulty',
    message: 'The answer does not fit the text, or changes what the rule does not speak about.',
  },
}

/** The share of a model's answers that were not the draft. A person who wrote it was asked nothing. */
function doubtOf({ candidates, against }: ApplicationEvidence): number | null {
  const asked = candidates.reduce((sum, { votes }) => sum + votes, against)
  return asked ? 1 - (candidates[0]?.votes ?? 0) / asked : null
}
