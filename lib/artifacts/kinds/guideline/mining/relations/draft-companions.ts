import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { type DraftLine, isTelling } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import { pairsOf } from '@/lib/artifacts/kinds/guideline/mining/relations/pairs'
import type { Pair, RelationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases'

/** What else the same two ends carry, and ends that several relations of this type share. */
export function companionLines(evidence: GuidelineEvidence, phrases: RelationPhrases): DraftLine[] {
  const isOwn = (label: string) => label === evidence.label
  return evidence.companions.flatMap((found): DraftLine[] => {
    if (!isTelling(evidence, found.count)) return []
    const line = (field: 'includes' | 'excludes', say: (pairs: Pair[]) => string): DraftLine => ({
      field,
      text: say(pairsOf(found, 2)),
      section: 'companions',
      key: `${found.kind} ${found.label}`,
      behind: [found],
    })
    const other = found.label
    switch (found.kind) {
      case 'same-head':
        return [line('includes', phrases.severalTails)]
      case 'same-tail':
        return [line('includes', phrases.severalHeads)]
      case 'same-pair':
        return isOwn(other) ? [] : [line('includes', (pairs) => phrases.samePair({ other, pairs }))]
      case 'reversed':
        return isOwn(other)
          ? [line('includes', phrases.bothWays)]
          : [line('excludes', (pairs) => phrases.otherWay({ other, pairs }))]
      default:
        return []
    }
  })
}
