import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { Claim, GuidelineEvidence, MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'

/** What the sentences in the evidence are of: a figure or a claim that was asked for. `title` says it in words. */
export type Selection = { key: string; title: string; count: number; refs: readonly MentionRef[] }

export type DraftLine = {
  section: Claim['field']
  index: number
  text: string
  claims: Claim[]
}

/** The lines that J and K walk over, each with the figures behind it. */
export function linesOf(content: GuidelineContent, claims: readonly Claim[]): DraftLine[] {
  const line = (section: DraftLine['section'], index: number, text: string): DraftLine => ({
    section,
    index,
    text,
    claims: claims.filter((claim) => claim.field === section && claim.index === index),
  })
  return [
    line('definition', 0, content.definition),
    ...content.includes.map((text, index) => line('includes', index, text)),
    ...content.excludes.map((text, index) => line('excludes', index, text)),
    ...content.questions.map((text, index) => line('questions', index, text)),
  ]
}

export function selectionOfClaim(claim: Claim): Selection {
  const key = ['claim', claim.field, claim.index, claim.section, claim.key].join('/')
  return { key, title: claim.text, count: claim.count, refs: claim.refs }
}

/**
 * All the mentions behind a figure of which the first are known: the longest list in the evidence that has the same count and begins
 * with the same ones.
 */
export function allRefs(
  evidence: unknown,
  { count, refs }: Pick<Selection, 'count' | 'refs'>,
): readonly MentionRef[] {
  let longest = refs
  const isOurs = (found: readonly MentionRef[]) =>
    found.length > longest.length &&
    refs.every(({ ordinal, start }, at) => found[at]?.ordinal === ordinal && found[at].start === start)
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    const counted = value as { count?: unknown; refs?: MentionRef[] }
    if (counted.count === count && counted.refs && isOurs(counted.refs)) longest = counted.refs
    for (const inner of Object.values(value)) look(inner)
  }
  look(evidence)
  return longest
}

/** The claim to show for a line: its first, or the one after the one that is shown. */
export function nextClaim(line: DraftLine, shown: Selection | null): Claim | undefined {
  const at = line.claims.findIndex((claim) => selectionOfClaim(claim).key === shown?.key)
  return line.claims[(at + 1) % line.claims.length]
}

/** The mentions of one wording, where the evidence counts it. */
export function frequentOf(evidence: GuidelineEvidence | undefined, mention: string): Selection | null {
  const found = evidence?.frequent.find((one) => one.mention === mention)
  return found ? { key: `mention/${mention}`, title: mention, count: found.count, refs: found.refs } : null
}
