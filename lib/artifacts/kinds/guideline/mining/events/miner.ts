import {
  draftArguments,
  draftEvents,
  draftTriggers,
} from '@/lib/artifacts/kinds/guideline/mining/events/draft-events'
import { lookAtEvents } from '@/lib/artifacts/kinds/guideline/mining/events/look-at-events'
import { eventItems } from '@/lib/artifacts/kinds/guideline/mining/events/read-events'
import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { lookForMentions } from '@/lib/artifacts/kinds/guideline/mining/mentions/look-for-mentions'

/** Types of events: the words that tell of them, and their roles. */
export const eventMiner: FormMiner = {
  itemsIn: eventItems,
  firstLook: lookAtEvents,
  secondLook: lookForMentions,
  draft: draftEvents,
}

// Views of the same gold: one asks for the trigger alone, the other for what fills the roles.
export const triggerMiner: FormMiner = { ...eventMiner, draft: draftTriggers }
export const argumentMiner: FormMiner = { ...eventMiner, draft: draftArguments }
