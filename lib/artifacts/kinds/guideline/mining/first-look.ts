import type { Emit } from '@/lib/artifacts/kinds/guideline/mining/observation'
import type { GoldInstance, UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'

/** Notices everything that is counted about the items of an instance, and gives them. Both passes over a corpus see the same. */
export type FirstLook = (instance: GoldInstance, emit: Emit) => readonly UnitSpan[]
