import { draftClasses } from '@/lib/artifacts/kinds/guideline/mining/classes/draft-classes'
import { lookAtClasses } from '@/lib/artifacts/kinds/guideline/mining/classes/look-at-classes'
import { lookForRivals } from '@/lib/artifacts/kinds/guideline/mining/classes/look-for-rivals'
import { classItems } from '@/lib/artifacts/kinds/guideline/mining/classes/read-classes'
import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'

/** Classes of texts: words that stand out, how long their texts are, and the classes that lie close. */
export const classMiner: FormMiner = {
  itemsIn: classItems,
  firstLook: lookAtClasses,
  secondLook: lookForRivals,
  draft: draftClasses,
}
