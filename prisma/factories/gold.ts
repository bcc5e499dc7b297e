import type { ProjectActor } from '@/lib/projects/model'
import { markGold } from '@/lib/reviews/gold/mark-gold'
import type { GoldVerdict } from '@/lib/reviews/gold/model'
import { approveDraft, editDraft, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

export type MadeGold = { id: string; versionId: string; contentHash: string; verdict: GoldVerdict }

/** Guidelines that the lead has settled so, each a gold question. */
export async function makeGold(
  lead: ProjectActor,
  given: { verdicts: readonly GoldVerdict[]; note?: string },
): Promise<MadeGold[]> {
  const contents = given.verdicts.map((verdict, at) => ({ label: `gold-${at + 1}-${verdict}` }))
  const drafts = await queueDrafts(lead, { contents })
  const made: MadeGold[] = []
  for (const [at, draft] of drafts.entries()) {
    const verdict = given.verdicts[at]!
    if (verdict === 'approve') await approveDraft(lead, draft)
    else if (verdict === 'reject') await rejectDraft(lead, draft)
    else await editDraft(lead, draft, { ...draft.content, definition: 'A ship that has a name.' })
    const { id } = await markGold(lead, { versionId: draft.id, note: given.note ?? '' })
    made.push({ id, versionId: draft.id, contentHash: draft.contentHash, verdict })
  }
  return made
}
