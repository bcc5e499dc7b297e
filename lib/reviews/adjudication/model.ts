import { z } from 'zod'
import type { Actor } from '@/lib/platform/model'
import { type Role, roleAllows } from '@/lib/projects/model'
import { type DraftStanding, mayJudge, type Refusal } from '@/lib/reviews/model'

/** Why reviewers disagreed, as the lead sees it: digit keys from 1, in this order. */
export const causes = ['ambiguous-text', 'guideline-gap', 'slip', 'edge-case', 'honest-difference'] as const
export const causeSchema = z.enum(causes)
export type Cause = z.infer<typeof causeSchema>

/** Why this lead cannot settle the draft now; null when they can. */
export function canAdjudicate(
  actor: Actor & { role: Role },
  draft: Pick<DraftStanding, 'state' | 'contentHash' | 'settledBy'>,
  asked: { contentHash: string },
): Refusal | null {
  const refusal = mayJudge(actor)
  if (refusal) return refusal
  if (!roleAllows(actor.role, 'lead')) return { reason: 'role-needed', params: { role: 'lead' } }
  if (draft.state === 'waiting') return { reason: 'not-disputed' }
  if (draft.state === 'superseded' && !draft.settledBy) return { reason: 'superseded' }
  if (draft.state !== 'disputed') return { reason: 'already-decided', params: { by: draft.settledBy ?? '' } }
  return draft.contentHash === asked.contentHash ? null : { reason: 'content-changed' }
}

/** How far those who decided agree: the share of pairs of them that decided alike, 0 to 1. Whoever is alone agrees with nobody. */
export function agreementOf(sizes: readonly number[]): number {
  const votes = sizes.reduce((sum, size) => sum + size, 0)
  if (votes < 2) return 0
  return sizes.reduce((sum, size) => sum + size * (size - 1), 0) / (votes * (votes - 1))
}

/** What a guideline asks about a case that it does not settle, in its own language. */
export function questionOf(
  guideline: { language: string },
  disputed: { title: { en: string; zh: string }; number: number; note: string },
): string {
  const { title, number, note } = disputed
  const asked =
    guideline.language === 'zh'
      ? `如何处理“${title.zh}”（v${number}）？${note}`
      : `What about “${title.en}” (v${number})? ${note}`
  return asked.replace(/\s+/g, ' ').trim().slice(0, MOST_ASKED)
}

const MOST_ASKED = 600

/** A guideline with the case among what it has still to settle, where there is room for it. */
export function withQuestion<Content extends { questions: string[] }>(
  content: Content,
  question: string,
): Content {
  if (content.questions.includes(question) || content.questions.length >= MOST_QUESTIONS) return content
  return { ...content, questions: [...content.questions, question] }
}

const MOST_QUESTIONS = 20
