import type { Fault } from '@/lib/synthesis/gates/fault'
import type { RefusalReason } from '@/lib/synthesis/model'
import type { Draft } from '@/lib/synthesis/record/model'

/** Looks at one record, and says what is wrong with it; null when nothing is. */
export type Gate = (draft: Draft) => Fault | null

/** What a gate refused, and why exactly. */
export type Refusal = { reason: RefusalReason; fault: Fault }
