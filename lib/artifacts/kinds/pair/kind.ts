import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'
import { checkContent } from '@/lib/artifacts/kinds/pair/check-content'
import { type PairContent, pairContentSchema } from '@/lib/artifacts/kinds/pair/content'
import { pairEvidenceSchema } from '@/lib/artifacts/kinds/pair/evidence'
import { contentHash } from '@/lib/platform/hash'

const askedAbout = ({ question: _question, answer: _answer, ...rest }: PairContent) => contentHash(rest)

/** A question about a subject of the taxonomy, with its answer. */
export const pairKind: KindDefinition<'pair'> = {
  kind: 'pair',
  content: pairContentSchema,
  evidence: pairEvidenceSchema,
  weigh: ({ content }) => ({ label: content.subject.path.at(-1)!, doubt: null, touches: null }),
  searched: ['question', 'answer', 'subject', 'concepts'],
  isSame: (before, after) => askedAbout(before) === askedAbout(after),
  fixed: {
    reason: 'pair-fixed',
    message: 'A pair keeps what it was asked about. Change its question or its answer only.',
  },
  async check(content) {
    return { issues: checkContent(content) }
  },
  faulty: {
    reason: 'pair-faulty',
    message: 'The sessions and key concepts of this pair do not fit its strategy.',
  },
}
