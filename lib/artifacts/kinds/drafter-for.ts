import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { draftContent } from '@/lib/artifacts/kinds/guideline/mining/draft-content'
import type { Drafter } from '@/lib/artifacts/model'

type KindDrafters = { guideline: Drafter<GuidelineEvidence, GuidelineContent> }

const miners: KindDrafters = {
  guideline: {
    author: { kind: 'miner', id: 'corpus-miner/2' },
    draft: async (evidence) => draftContent(evidence),
  },
}

/** Who drafts this kind of artifact. The one place where a model will take the miner's seat. */
export function drafterFor<Kind extends keyof KindDrafters>(kind: Kind): KindDrafters[Kind] {
  return miners[kind]
}
