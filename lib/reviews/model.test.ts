import { expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/model'
import type { Role } from '@/lib/projects/model'
import {
  canDecide,
  canTake,
  canUndo,
  type DecisionStanding,
  type DraftStanding,
  outcomeOf,
  type Place,
  type Vote,
} from '@/lib/reviews/model'

const anna: Reviewer = {
  kind: 'person',
  id: 'anna',
  name: 'Anna',
  isAdmin: false,
  via: 'session',
  role: 'annotator',
}
type Reviewer = Actor & { role: Role }
const place = (given: Partial<Place> = {}): Place => ({
  number: 1,
  holderId: null,
  holder: null,
  lapsed: false,
  ...given,
})
const mine = place({ holderId: 'anna', holder: 'Anna' })
const bens = place({ holderId: 'ben', holder: 'Ben' })
const bensVote: Vote = { reviewerId: 'ben', role: 'reviewer', text: { versionId: 'v', contentHash: 'read' } }
const ben: Reviewer = { ...anna, id: 'ben', name: 'Ben' }
const draft = (given: Partial<DraftStanding> = {}): DraftStanding => ({
  state: 'waiting',
  contentHash: 'read',
  settledBy: null,
  places: [mine],
  overlap: 1,
  votes: [],
  assignedTo: [],
  isOwn: false,
  ...given,
})

const open2 = { overlap: 2, votes: [bensVote], settledBy: 'Ben' }

test.each<[string, Reviewer, DraftStanding, string | null]>([
  ['held by the caller', anna, draft(), null],
  ['held by the caller, lapsed and left alone', anna, draft({ places: [{ ...mine, lapsed: true }] }), null],
  ['held by nobody', anna, draft({ places: [place()] }), null],
  ["another's lapsed lease", anna, draft({ places: [{ ...bens, lapsed: true }] }), null],
  ['one of two places free', anna, draft({ places: [bens, place({ number: 2 })] }), null],
  ['held by another', anna, draft({ places: [bens] }), 'lease-lost'],
  ['without an open place', anna, draft({ places: [] }), 'lease-lost'],
  [
    'settled by another',
    anna,
    draft({ state: 'approved', settledBy: 'Ben', votes: [bensVote], places: [] }),
    'already-decided',
  ],
  [
    'rejected by another',
    anna,
    draft({ state: 'rejected', settledBy: 'Ben', votes: [bensVote], places: [] }),
    'already-decided',
  ],
  [
    'replaced by an edit of another',
    anna,
    draft({ state: 'superseded', settledBy: 'Ben', votes: [bensVote], places: [] }),
    'already-decided',
  ],
  ['replaced by a newer draft', anna, draft({ state: 'superseded', places: [] }), 'superseded'],
  [
    'replaced by a newer draft before all had decided',
    anna,
    draft({ ...open2, state: 'superseded', places: [] }),
    'superseded',
  ],
  ['decided by one of two', anna, draft({ ...open2, places: [place({ number: 2 })] }), null],
  ['decided by the caller', ben, draft({ ...open2, places: [place({ number: 2 })] }), 'already-voted'],
  ['disputed', anna, draft({ state: 'disputed', places: [] }), 'disputed'],
  ["the caller's own", anna, draft({ isOwn: true }), 'own-draft'],
  ['assigned to the caller', anna, draft({ places: [place()], assignedTo: ['ben', 'anna'] }), null],
  ["assigned to the caller's role", anna, draft({ places: [place()], assignedTo: ['role:annotator'] }), null],
  ['assigned to another', anna, draft({ places: [place()], assignedTo: ['ben'] }), 'not-assigned'],
  ['assigned to another, and held by the caller', anna, draft({ assignedTo: ['ben'] }), null],
  [
    'assigned to another, for a lead',
    { ...anna, role: 'lead' },
    draft({ places: [place()], assignedTo: ['ben'] }),
    null,
  ],
  ['another text than was read', anna, draft({ contentHash: 'other' }), 'content-changed'],
  ['a token of the person', { ...anna, via: 'token' }, draft(), 'session-only'],
  ['a service', { ...anna, kind: 'service', via: 'token' }, draft(), 'not-a-person'],
  ['the system itself', { ...anna, kind: 'system', via: 'system', isAdmin: false }, draft(), 'not-a-person'],
])('deciding a draft: %s', (_case, actor, standing, reason) => {
  expect(canDecide(actor, standing, { contentHash: 'read' })?.reason ?? null).toBe(reason)
})

test('a refusal names who is in the way', () => {
  expect(canTake(anna, draft({ places: [bens] }))).toEqual({ reason: 'lease-lost', params: { by: 'Ben' } })
  expect(canTake(anna, draft({ state: 'approved', settledBy: 'Ben', votes: [bensVote] }))?.params).toEqual({
    by: 'Ben',
  })
})

const decision = (given: Partial<DecisionStanding> = {}): DecisionStanding => ({
  reviewerId: 'anna',
  verdict: 'approve',
  undone: false,
  newerByReviewer: 0,
  laterBy: null,
  sentBack: false,
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
  ['what was sent back since', decision({ sentBack: true }), 'sent-back'],
  ['what a newer draft follows', decision({ newerWaits: true }), 'newer-draft'],
  ['a skip of a free draft', decision({ verdict: 'skip', places: [place()] }), null],
  ['a skip of a draft that another holds', decision({ verdict: 'skip', places: [bens] }), 'lease-lost'],
])('taking back %s', (_case, standing, reason) => {
  expect(canUndo(anna, standing)?.reason ?? null).toBe(reason)
})

const vote = (text: string | null, role: Vote['role'] = 'reviewer'): Vote => ({
  reviewerId: text ?? 'rejects',
  role,
  text: text === null ? null : { versionId: `version of ${text}`, contentHash: text },
})

test.each<[string, number, Vote[], string]>([
  ['nobody', 1, [], 'waiting'],
  ['one of one', 1, [vote('own')], 'approved own'],
  ['one of one, against it', 1, [vote(null)], 'rejected'],
  ['one of two', 2, [vote('own')], 'waiting'],
  ['two who agree', 2, [vote('own'), vote('own')], 'approved own'],
  ['two who do not', 2, [vote('own'), vote(null)], 'disputed'],
  ['two who edited alike', 2, [vote('edit'), vote('edit')], 'approved edit'],
  ['two who edited differently', 2, [vote('edit'), vote('other')], 'disputed'],
  ['two of three, who agree already', 3, [vote('own'), vote('own')], 'waiting'],
  ['two of three for an edit', 3, [vote('edit'), vote(null), vote('edit')], 'approved edit'],
  ['three of three, each alone', 3, [vote('own'), vote('edit'), vote(null)], 'disputed'],
  ['two of four', 4, [vote('own'), vote('own'), vote(null), vote('edit')], 'disputed'],
  ['more than were asked for in the end', 2, [vote('own'), vote(null), vote('own')], 'approved own'],
  ['a lead, whatever the others said', 2, [vote('own'), vote(null), vote(null, 'lead')], 'rejected'],
])('the votes of %s', (_case, overlap, votes, expected) => {
  const outcome = outcomeOf(overlap, votes)
  expect(outcome.state === 'approved' ? `approved ${outcome.text.contentHash}` : outcome.state).toBe(expected)
})
