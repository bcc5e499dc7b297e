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
