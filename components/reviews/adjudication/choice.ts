import type { Settlement } from '@/components/reviews/adjudication/adjudication.query'
import type { Content } from '@/lib/artifacts/model'
import type { Dispute } from '@/lib/reviews/adjudication/schema'
import type { ReasonCode } from '@/lib/reviews/model'

/** What the lead lets stand: the draft, a reviewer's vote, a text of their own, or nothing. */
export type Choice =
  | { kind: 'draft' }
  | { kind: 'vote'; index: number }
  | { kind: 'text'; content: Content }
  | { kind: 'reject' }

export type Verdict = Pick<Settlement, 'verdict'> & {
  content?: Record<string, unknown>
  reasonCode?: ReasonCode
}

/** The choice as the deed that settles it. */
export function verdictOf(choice: Choice, { votes }: Pick<Dispute, 'votes'>): Verdict {
  if (choice.kind === 'draft') return { verdict: 'approve' }
  if (choice.kind === 'text') return { verdict: 'edit', content: choice.content as Record<string, unknown> }
  const vote = choice.kind === 'vote' ? votes[choice.index] : undefined
  if (vote?.text) return { verdict: 'edit', content: vote.text.content as Record<string, unknown> }
  if (vote?.decision.verdict === 'approve') return { verdict: 'approve' }
  const rejection = vote ?? votes.find(({ decision }) => decision.verdict === 'reject')
  return { verdict: 'reject', reasonCode: rejection?.decision.reasonCode ?? 'other' }
}

/** The text that a choice would let stand; the draft's own where it is for none. */
export function textOf(
  choice: Choice | null,
  { version, votes }: Pick<Dispute, 'version' | 'votes'>,
): Content {
  if (choice?.kind === 'text') return choice.content
  const chosen = choice?.kind === 'vote' ? votes[choice.index]?.text : null
  return chosen?.content ?? version.content
}

/** Different texts that reviewers made of the draft, each once, with whose it is. */
export function editsIn({
  votes,
}: Pick<Dispute, 'votes'>): { by: string; content: Content; number: number }[] {
  const seen = new Set<string>()
  return votes.flatMap(({ decision, text }) => {
    if (!text || seen.has(text.contentHash)) return []
    seen.add(text.contentHash)
    return [{ by: decision.reviewer, content: text.content, number: text.number }]
  })
}
