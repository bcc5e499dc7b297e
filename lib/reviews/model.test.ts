import { expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/model'
import {
  canDecide,
  canTake,
  canUndo,
  type DecisionStanding,
  type DraftStanding,
  type Place,
} from '@/lib/reviews/model'

const anna: Actor = { kind: 'person', id: 'anna', name: 'Anna', isAdmin: false, via: 'session' }
const place = (given: Partial<Place> = {}): Place => ({
  number: 1,
  holderId: null,
  holder: null,
  lapsed: false,
  ...given,
})
const mine = place({ holderId: 'anna', holder: 'Anna' })
const bens = place({ holderId: 'ben', holder: 'Ben' })
const draft = (given: Partial<DraftStanding> = {}): DraftStanding => ({
  state: 'waiting',
  contentHash: 'read',
  settledBy: null,
  places: [mine],
  ...given,
})

test.each<[string, Actor, DraftStanding, string | null]>([
  ['held by the caller', anna, draft(), null],
  ['held by the caller, lapsed and left alone', anna, draft({ places: [{ ...mine, lapsed: true }] }), null],
  ['held by nobody', anna, draft({ places: [place()] }), null],
  ["another's lapsed lease", anna, draft({ places: [{ ...bens, lapsed: true }] }), null],
  ['one of two places free', anna, draft({ places: [bens, place({ number: 2 })] }), null],
  ['held by another', anna, draft({ places: [bens] }), 'lease-lost'],
  ['without an open place', anna, draft({ places: [] }), 'lease-lost'],
  ['settled by another', anna, draft({ state: 'approved', settledBy: 'Ben', places: [] }), 'already-decided'],
  [
    'rejected by another',
    anna,
    draft({ state: 'rejected', settledBy: 'Ben', places: [] }),
    'already-decided',
  ],
  [
    'replaced by an edit of another',
    anna,
    draft({ state: 'superseded', settledBy: 'Ben', places: [] }),
    'already-decided',
  ],
  ['replaced by a newer draft', anna, draft({ state: 'superseded', places: [] }), 'superseded'],
  ['another text than was read', anna, draft({ contentHash: 'other' }), 'content-changed'],
  ['a token of the person', { ...anna, via: 'token' }, draft(), 'session-only'],
  ['a service', { ...anna, kind: 'service', via: 'token' }, draft(), 'not-a-person'],
  ['the system itself', { ...anna, kind: 'system', via: 'system', isAdmin: false }, draft(), 'not-a-person'],
])('deciding a draft: %s', (_case, actor, standing, reason) => {
  expect(canDecide(actor, standing, { contentHash: 'read' })?.reason ?? null).toBe(reason)
})

test('a refusal names who is in the way', () => {
  expect(canTake(anna, draft({ places: [bens] }))).toEqual({ reason: 'lease-lost', params: { by: 'Ben' } })
  expect(canTake(anna, draft({ state: 'approved', settledBy: 'Ben' }))?.params).toEqual({ by: 'Ben' })
})

const decision = (given: Partial<DecisionStanding> = {}): DecisionStanding => ({
  reviewerId: 'anna',
  verdict: 'approve',
  undone: false,
  newerByReviewer: 0,
  laterBy: null,
  newerWaits: false,
  release: null,
  acceptedRun: null,
  places: [],
  ...given,
})

test.each<[string, DecisionStanding, string | null]>([
  ['the last decision', decision(), null],
  ['the tenth from the end', decision({ newerByReviewer: 9 }), null],
  ['the eleventh from the end', decision({ newerByReviewer: 10 }), 'too-old'],
  ["another's", decision({ reviewerId: 'ben' }), 'not-your-decision'],
  ['an undo', decision({ verdict: 'undo' }), 'undo-stays'],
  ['what is taken back already', decision({ undone: true }), 'already-undone'],
  ['an approval in a release', decision({ release: 3 }), 'in-release'],
  ['a decision that a run was released on', decision({ acceptedRun: 2 }), 'in-audit'],
  ['what another decided upon', decision({ laterBy: 'Ben' }), 'later-decision'],
  ['what a newer draft follows', decision({ newerWaits: true }), 'newer-draft'],
  ['a skip of a free draft', decision({ verdict: 'skip', places: [place()] }), null],
  ['a skip of a draft that another holds', decision({ verdict: 'skip', places: [bens] }), 'lease-lost'],
])('taking back %s', (_case, standing, reason) => {
  expect(canUndo(anna, standing)?.reason ?? null).toBe(reason)
})
