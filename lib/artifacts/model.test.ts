import { expect, test } from 'vitest'
import { type Again, type DraftState, wantsDraft } from '@/lib/artifacts/model'

test.each<[DraftState | null, Again, boolean]>([
  [null, 'never', true],
  ['waiting', 'never', false],
  ['approved', 'never', false],
  ['rejected', 'never', false],
  [null, 'rejected', true],
  ['rejected', 'rejected', true],
  ['approved', 'rejected', false],
  ['waiting', 'rejected', false],
  ['waiting', 'all', true],
  ['approved', 'all', true],
  ['rejected', 'all', true],
])('a label whose newest version is %s, again %s: drafted %s', (newest, again, drafted) => {
  expect(wantsDraft(newest, again)).toBe(drafted)
})
