import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { draftMentions } from '@/lib/artifacts/kinds/guideline/mining/mentions/draft-mentions'
import { lookForMentions } from '@/lib/artifacts/kinds/guideline/mining/mentions/look-for-mentions'
import { GoldObserver } from '@/lib/artifacts/kinds/guideline/mining/observe-gold'
import { unitSpans } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { NerGold } from '@/lib/tasks/ner/gold'

const itemsIn: FormMiner['itemsIn'] = ({ text, gold }) => unitSpans(text, (gold as NerGold).spans)

/** Named entities: what mentions look like, where they end, what stands beside them. */
export const mentionMiner: FormMiner = {
  itemsIn,
  firstLook(script) {
    const observer = new GoldObserver(script)
    return (instance, emit) => {
      const items = itemsIn(instance)
      observer.observe(instance.text, items, emit)
      return items
    }
  },
  secondLook: lookForMentions,
  draft: draftMentions,
}
