import type { DrafterChoice, MissedDraft } from '@/lib/artifacts/drafting/model'
import type { DraftsOrder, TranslatedTexts } from '@/lib/artifacts/drafting/schema'
import type { Again } from '@/lib/artifacts/model'
import type { ConnectionRole } from '@/lib/connections/model'
import type { ConnectionView } from '@/lib/connections/schema'
import { type CarrierName, carriers } from '@/lib/formats/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

/** What can be ordered of a corpus: drafts, which the miner can make too, and what only models can do. */
export const draftedKinds = ['guideline', 'rule', 'format'] as const
export const orderedKinds = [...draftedKinds, 'paraphrase', 'translation', 'advice'] as const
export type OrderedKind = (typeof orderedKinds)[number]

/** What is chosen in the dialog. */
export type DraftOrder = {
  kind: OrderedKind
  by: DrafterChoice
  isBatch: boolean
  again: Again
  texts: TranslatedTexts
  into: PhraseLanguage
}

export function needsModel(kind: OrderedKind): boolean {
  return !draftedKinds.some((one) => one === kind)
}

export function roleFor(kind: OrderedKind): ConnectionRole {
  return kind === 'advice' ? 'judge' : 'drafter'
}

/** Who can do it: the one chosen, else the first service that has a model for it, as the miner cannot do everything. */
export function fittingDrafter(
  { kind, by }: Pick<DraftOrder, 'kind' | 'by'>,
  connections: readonly Pick<ConnectionView, 'id' | 'roles'>[],
): DrafterChoice | null {
  if (by === 'miner' && !needsModel(kind)) return by
  const able = connections.filter(({ roles }) => roles[roleFor(kind)])
  const found = able.find(({ id }) => by !== 'miner' && by.connectionId === id)
  if (found) return by
  if (!needsModel(kind)) return 'miner'
  return able[0] ? { connectionId: able[0].id } : null
}

/** What of an order can be asked by itself: labels, or carriers. What does not hold was answered, and is not asked again. */
export function missedAlone(jobKind: string, missed: readonly MissedDraft[]): MissedPart | null {
  const keys = missed.filter(({ outcome }) => outcome !== 'faulty').map(({ key }) => key)
  if (keys.length === 0) return null
  if (jobKind === 'draft-guidelines' || jobKind === 'paraphrase-guidelines') return { jobKind, labels: keys }
  if (jobKind !== 'draft-formats') return null
  const asked = carriers.filter((carrier) => keys.includes(carrier))
  return asked.length > 0 ? { jobKind, carriers: asked } : null
}

export type MissedPart =
  | { jobKind: 'draft-guidelines' | 'paraphrase-guidelines'; labels: string[] }
  | { jobKind: 'draft-formats'; carriers: CarrierName[] }

/** Has it a choice of what is done once more? */
export function hasAgain(kind: OrderedKind): boolean {
  return kind !== 'translation' && kind !== 'advice'
}

/** The same order, as the estimate is asked for it. */
export function estimatedOrder({ kind, again, texts, into }: DraftOrder, corpus: string): DraftsOrder {
  switch (kind) {
    case 'guideline':
      return { what: 'guidelines', corpus, again }
    case 'rule':
      return { what: 'rules', corpus, again }
    case 'format':
      return { what: 'formats', again }
    case 'paraphrase':
      return { what: 'paraphrases', corpus, again }
    case 'translation':
      return { what: 'translations', corpus, texts, into }
    case 'advice':
      return { what: 'advice', corpus }
  }
}
