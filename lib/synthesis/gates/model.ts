import type { RefusalReason } from '@/lib/synthesis/model'
import type { Draft } from '@/lib/synthesis/record/model'

/** What is wrong with a record: in English, and by a name with what it is about, for the screens to say it in their language. */
export type Fault = { name: string; params: Record<string, string | number>; why: string }

/** Looks at one record, and says what is wrong with it; null when nothing is. */
export type Gate = (draft: Draft) => Fault | null

/** What a gate refused, and why exactly. */
export type Refusal = { reason: RefusalReason; fault: Fault }
