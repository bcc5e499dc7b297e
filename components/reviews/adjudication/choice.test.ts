import { expect, test } from 'vitest'
import { editsIn, textOf, verdictOf } from '@/components/reviews/adjudication/choice'
import type { Dispute } from '@/lib/reviews/adjudication/schema'
import { guidelineContent } from '@/prisma/factories/reviews'

const draft = guidelineContent()
const edited = guidelineContent({ definition: 'A ship with a name.' })
const own = guidelineContent({ definition: 'Any ship.' })

const vote = (verdict: string, text: object | null = null, reasonCode: string | null = null) => ({
  decision: { verdict, reasonCode, reviewer: 'Anna' },
  text: text && { content: text, contentHash: JSON.stringify(text), number: 2 },
})
const dispute = (...votes: object[]) => ({ version: { content: draft }, votes }) as unknown as Dispute

test('a reviewer’s vote becomes the lead’s deed: their text, the draft as it is, or a rejection for their reason', () => {
  const of = dispute(vote('edit', edited), vote('approve'), vote('reject', null, 'too-vague'))
  expect(verdictOf({ kind: 'vote', index: 0 }, of)).toEqual({ verdict: 'edit', content: edited })
  expect(verdictOf({ kind: 'vote', index: 1 }, of)).toEqual({ verdict: 'approve' })
  expect(verdictOf({ kind: 'vote', index: 2 }, of)).toEqual({ verdict: 'reject', reasonCode: 'too-vague' })
  expect(verdictOf({ kind: 'reject' }, of)).toEqual({ verdict: 'reject', reasonCode: 'too-vague' })
  expect(verdictOf({ kind: 'reject' }, dispute(vote('approve')))).toMatchObject({ reasonCode: 'other' })
  expect(verdictOf({ kind: 'draft' }, of)).toEqual({ verdict: 'approve' })
  expect(verdictOf({ kind: 'text', content: own }, of)).toEqual({ verdict: 'edit', content: own })
})

test('writing begins with the text that was chosen, and the same text of two reviewers is one to merge', () => {
  const of = dispute(vote('edit', edited), vote('edit', edited), vote('edit', own))
  expect(textOf(null, of)).toBe(draft)
  expect(textOf({ kind: 'vote', index: 0 }, of)).toBe(edited)
  expect(editsIn(of).map(({ content }) => content)).toEqual([edited, own])
})
