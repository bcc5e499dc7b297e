import { checkContent } from '@/lib/artifacts/kinds/guideline/check-content'
import { guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { guidelineEvidenceSchema } from '@/lib/artifacts/kinds/guideline/evidence'
import { doubtOf } from '@/lib/artifacts/kinds/guideline/mining/doubt-of'
import { firstRefs } from '@/lib/artifacts/kinds/guideline/mining/first-refs'
import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'

/** What a label means in a corpus. */
export const guidelineKind: KindDefinition<'guideline'> = {
  kind: 'guideline',
  content: guidelineContentSchema,
  evidence: guidelineEvidenceSchema,
  atFirst: firstRefs,
  weigh: ({ content, evidence }) => ({
    label: content.label,
    doubt: evidence ? doubtOf(evidence) : null,
    touches: evidence?.mentions ?? null,
  }),
  searched: [
    'definition',
    'includes',
    'excludes',
    'typical',
    'positives',
    'negatives',
    'questions',
    'paraphrases',
  ],
  isSame: (before, after) => before.label === after.label && before.language === after.language,
  fixed: {
    reason: 'label-fixed',
    message: 'A guideline keeps its label and its language. Write the rest as you like.',
  },
  async check(content, { corpusId, within }) {
    const faults = corpusId ? await checkContent(corpusId, content, within) : []
    return { issues: faults.map(({ field, index, code }) => ({ path: `${field}.${index}`, code })) }
  },
  faulty: {
    reason: 'content-faulty',
    message: 'Some of its examples do not fit the corpus. Take them out or choose others.',
  },
}
