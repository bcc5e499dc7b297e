import type { RefusalReason } from '@/lib/synthesis/model'
import type { Draft } from '@/lib/synthesis/record/model'

/** Looks at one record, and says what is wrong with it; null when nothing is. */
export type Gate = (draft: Draft) => string | null

/** What a gate refused, and why exactly. */
export type Refusal = { reason: RefusalReason; why: string }
