import { AppError } from '@/lib/platform/errors'
import type { LotResult } from '@/lib/reviews/lots/schema'

/** Does one deed of a lot, which returns the id of its decision. A refusal is its result; any other error goes on. */
export async function tryDeed(versionId: string, deed: () => Promise<string>): Promise<LotResult> {
  try {
    return { versionId, decisionId: await deed(), refusal: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, message, details } = error
    return { versionId, decisionId: null, refusal: { code, message, ...details } }
  }
}
