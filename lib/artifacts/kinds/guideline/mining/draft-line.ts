import {
  CLAIM_REFS,
  type Claim,
  type Counted,
  type GuidelineEvidence,
  type MentionRef,
} from '@/lib/artifacts/kinds/guideline/evidence'

/** A drafted sentence, where it stands in the content, and the counts that it rests on. */
export type DraftLine = {
  field: Claim['field']
  text: string
  section: string
  key: string
  behind: Counted[]
}

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

/** The share from which the gold is clear enough for a rule; below it stands a question. */
const CLEAR = 0.9

export function isClear(count: number, against: number): boolean {
  return count > 0 && count >= CLEAR * (count + against)
}

/** What the gold leaves outside a mention, or without the label, at times and takes in at others; and how to say either. */
type Weighed = {
  section: string
  key: string
  outside: Counted[]
  inside: Counted[]
  sayOutside(): string
  sayInside(): string
  ask(figures: { outside: number; inside: number }): string
}

/** A rule where the gold is clear; a question where it is not, or where much speaks against the rule. */
export function ruleOrQuestion(evidence: GuidelineEvidence, of: Weighed): DraftLine[] {
  const { section, key, outside, inside } = of
  const figures = { outside: total(outside), inside: total(inside) }
  const isOut = isClear(figures.outside, figures.inside)
  const isIn = isClear(figures.inside, figures.outside)
  const lines: DraftLine[] = []
  if (isOut) lines.push({ field: 'excludes', text: of.sayOutside(), section, key, behind: outside })
  if (isIn) lines.push({ field: 'includes', text: of.sayInside(), section, key, behind: inside })
  const rarer = figures.outside < figures.inside ? outside : inside
  const behind = isOut || isIn ? rarer : [...outside, ...inside]
  if ((isOut || isIn) && !isTelling(evidence, total(rarer))) return lines
  return [...lines, { field: 'questions', text: of.ask(figures), section, key, behind }]
}

export function total(found: readonly { count: number }[]): number {
  return found.reduce((sum, { count }) => sum + count, 0)
}

/** The line's link to its mentions. */
export function claimOf({ field, text, section, key, behind }: DraftLine, index: number): Claim {
  return { field, index, text, section, key, count: total(behind), refs: mergedRefs(behind) }
}

/** The first mentions of several counts in corpus order, none twice. */
function mergedRefs(behind: Counted[]): MentionRef[] {
  const refs = behind.flatMap((one) => one.refs).sort(compareRefs)
  return refs.filter((ref, i) => i === 0 || compareRefs(ref, refs[i - 1]!) !== 0).slice(0, CLAIM_REFS)
}

function compareRefs(a: MentionRef, b: MentionRef): number {
  return (
    a.ordinal - b.ordinal ||
    a.start - b.start ||
    a.end - b.end ||
    (a.tail?.start ?? 0) - (b.tail?.start ?? 0) ||
    (a.tail?.end ?? 0) - (b.tail?.end ?? 0)
  )
}

/** Up to `count` different wordings that several counts share. */
export function wordingsOf(behind: Counted[], count = 3): string[] {
  const most = Math.max(0, ...behind.map((one) => one.wordings?.length ?? 0))
  const all = Array.from({ length: most }, (_, i) => behind.flatMap((one) => one.wordings?.[i] ?? [])).flat()
  return [...new Set(all)].slice(0, count)
}
