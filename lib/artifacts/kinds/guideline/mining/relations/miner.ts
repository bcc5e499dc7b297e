import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { draftRelations } from '@/lib/artifacts/kinds/guideline/mining/relations/draft-relations'
import { lookAtRelations } from '@/lib/artifacts/kinds/guideline/mining/relations/look-at-relations'
import { lookForUnrelated } from '@/lib/artifacts/kinds/guideline/mining/relations/look-for-unrelated'
import { relationItems } from '@/lib/artifacts/kinds/guideline/mining/relations/read-relations'

/** Types of relations: what stands at both ends, in which order, with which words between. */
export const relationMiner: FormMiner = {
  itemsIn: relationItems,
  firstLook: lookAtRelations,
  secondLook: lookForUnrelated,
  draft: draftRelations,
}
