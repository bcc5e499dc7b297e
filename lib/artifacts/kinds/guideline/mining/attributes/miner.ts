import { draftAttributes } from '@/lib/artifacts/kinds/guideline/mining/attributes/draft-attributes'
import { entityItems } from '@/lib/artifacts/kinds/guideline/mining/attributes/read-entities'
import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { lookForMentions } from '@/lib/artifacts/kinds/guideline/mining/mentions/look-for-mentions'
import { GoldObserver } from '@/lib/artifacts/kinds/guideline/mining/observe-gold'
import { observeRoles } from '@/lib/artifacts/kinds/guideline/mining/roles/look-at-roles'

/** Types of entities with what is said of them: mentions as elsewhere, and their properties. */
export const attributeMiner: FormMiner = {
  itemsIn: entityItems,
  firstLook(script) {
    const observer = new GoldObserver(script)
    return (instance, emit) => {
      const items = entityItems(instance)
      observer.observe(instance.text, items, emit)
      for (const item of items) observeRoles(item, item.fillers, emit)
      return items
    }
  },
  secondLook: lookForMentions,
  draft: draftAttributes,
}
