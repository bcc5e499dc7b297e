import {
  CLAIM_REFS,
  type Claim,
  type Counted,
  type GuidelineEvidence,
  type MentionRef,
} from '@/lib/artifacts/kinds/guideline/evidence'

/** A drafted sentence with the counts that it rests on. */
export type DraftLine = { text: string; section: string; key: string; behind: Counted[] }

/** Is a count large enough to draw a rule from? */
export function isTelling({ mentions }: GuidelineEvidence, count: number): boolean {
  return count >= Math.max(2, Math.ceil(mentions / 100))
}

/** Heads that say something about the label: shared by three wordings, or by two that make up a good part of it. */
export function tellingHeads({ heads, mentions }: GuidelineEvidence): GuidelineEvidence['heads'] {
  return heads.filter(
    ({ count, distinct }) =>
      (distinct > 2 && count >= Math.max(3, mentions / 50)) || (distinct > 1 && count >= mentions * 0.15),
  )
}

/** The line's link to its mentions. */
export function claimOf(line: DraftLine, place: Pick<Claim, 'field' | 'index'>): Claim {
  const { text, section, key, behind } = line
  const count = behind.reduce((sum, one) => sum + one.count, 0)
  return { ...place, text, section, key, count, refs: mergedRefs(behind) }
}

/** The first mentions of several counts in corpus order, none twice. */
function mergedRefs(behind: Counted[]): MentionRef[] {
  const refs = behind.flatMap((one) => one.refs).sort(compareRefs)
  return refs.filter((ref, i) => i === 0 || compareRefs(ref, refs[i - 1]!) !== 0).slice(0, CLAIM_REFS)
}

function compareRefs(a: MentionRef, b: MentionRef): number {
  return a.ordinal - b.ordinal || a.start - b.start || a.end - b.end
}

/** Up to `count` different wordings that several counts share. */
export function wordingsOf(behind: Counted[], count = 3): string[] {
  const most = Math.max(0, ...behind.map((one) => one.wordings?.length ?? 0))
  const all = Array.from({ length: most }, (_, i) => behind.flatMap((one) => one.wordings?.[i] ?? [])).flat()
  return [...new Set(all)].slice(0, count)
}
