import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { listReleases, releaseGuidelines } from '@/lib/library/releases/queries'
import { pool } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makePerson, makeProject } from '@/prisma/factories/people'
import {
  approveDraft,
  editDraft,
  type QueuedDraft,
  queueDrafts,
  rejectDraft,
} from '@/prisma/factories/reviews'

// Whoever can send SQL to the database, though not change its tables, still gets no unapproved text into a release.

let actor: ProjectActor
let approved: QueuedDraft
let approval: string
let waiting: QueuedDraft
let rejected: QueuedDraft
let rejection: string
let undone: QueuedDraft
let undoneApproval: string
let edited: QueuedDraft
let edit: string
let foreign: QueuedDraft
let foreignApproval: string
let release: string

beforeAll(async () => {
  actor = await makeProject()
  const drafts = await queueDrafts(actor, { count: 5 })
  ;[approved, waiting, rejected, undone, edited] = drafts as [
    QueuedDraft,
    QueuedDraft,
    QueuedDraft,
    QueuedDraft,
    QueuedDraft,
  ]
  approval = (await approveDraft(actor, approved)).id
  rejection = (await rejectDraft(actor, rejected)).id
  edit = (await editDraft(actor, edited, { ...edited.content, definition: 'Edited.' })).id
  undoneApproval = (await approveDraft(actor, undone)).id
  await undoDecision(actor, { requestKey: randomUUID() })
  const other = await makeProject()
  foreign = (await queueDrafts(other))[0]!
  foreignApproval = (await approveDraft(other, foreign)).id
  release = (await cutRelease(actor, {})).id
})

/** One transaction of raw statements; throws what the database says. */
async function attack(...statements: [string, unknown[]][]): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    for (const [statement, values] of statements) await client.query(statement, values)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const newRelease = (id: string, items = 1): [string, unknown[]] => [
  `INSERT INTO release (id, project_id, number, name, content_hash, item_count, created_by_id)
   VALUES ($1, $2, (SELECT max(number) + 1 FROM release), '', 'hash', $3, 'mallory')`,
  [id, actor.project.id, items],
]
type Item = { version: string; hash: string; decision: string; verdict?: string }
const item = (releaseId: string, of: Item): [string, unknown[]] => [
  'INSERT INTO release_item (release_id, version_id, content_hash, decision_id, verdict) VALUES ($1, $2, $3, $4, $5)',
  [releaseId, of.version, of.hash, of.decision, of.verdict ?? 'approve'],
]
const decision = (of: Partial<Record<string, unknown>>): [string, unknown[]] => {
  const row = {
    id: randomUUID(),
    project_id: actor.project.id,
    version_id: waiting.id,
    content_hash: waiting.contentHash,
    reviewer_id: actor.id,
    verdict: 'approve',
    request_key: randomUUID(),
    ...of,
  }
  const names = Object.keys(row)
  return [
    `INSERT INTO decision (${names.join()}) VALUES (${names.map((_name, i) => `$${i + 1}`).join()})`,
    Object.values(row),
  ]
}

test.each<[string, () => Item]>([
  ['an unapproved version', () => ({ version: waiting.id, hash: waiting.contentHash, decision: approval })],
  ['a rejected version', () => ({ version: rejected.id, hash: rejected.contentHash, decision: rejection })],
  [
    'a rejected version by its true verdict',
    () => ({ version: rejected.id, hash: rejected.contentHash, decision: rejection, verdict: 'reject' }),
  ],
  [
    'the text that an edit replaced',
    () => ({ version: edited.id, hash: edited.contentHash, decision: edit }),
  ],
  [
    'an approved version under another hash',
    () => ({ version: approved.id, hash: 'f'.repeat(64), decision: approval }),
  ],
  [
    'another text under the hash of an approved one',
    () => ({ version: waiting.id, hash: approved.contentHash, decision: approval }),
  ],
  [
    'an approval that was taken back',
    () => ({ version: undone.id, hash: undone.contentHash, decision: undoneApproval }),
  ],
  [
    "another project's approved version",
    () => ({ version: foreign.id, hash: foreign.contentHash, decision: foreignApproval }),
  ],
  [
    'a decision that does not exist',
    () => ({ version: waiting.id, hash: waiting.contentHash, decision: randomUUID() }),
  ],
])('a release refuses %s', async (_what, of) => {
  const id = randomUUID()
  await expect(attack(newRelease(id), item(id, of()))).rejects.toThrow()
})

test('the same deed with a true approval goes through: it is the guards that refuse', async () => {
  const id = randomUUID()
  await attack(
    newRelease(id),
    item(id, { version: approved.id, hash: approved.contentHash, decision: approval }),
  )
  expect(await releaseGuidelines(id)).toMatchObject([{ versionId: approved.id, content: approved.content }])
})

test('a retired artifact enters no release', async () => {
  const own = await makeProject()
  const [draft] = await queueDrafts(own)
  const { id: decision } = await approveDraft(own, draft!)
  const id = randomUUID()
  await expect(
    attack(
      ['UPDATE artifact SET retired_at = now() WHERE id = $1', [draft!.artifactId]],
      [
        `INSERT INTO release (id, project_id, number, name, content_hash, item_count, created_by_id) VALUES ($1, $2, 1, '', '', 1, '')`,
        [id, own.project.id],
      ],
      item(id, { version: draft!.id, hash: draft!.contentHash, decision }),
    ),
  ).rejects.toThrow('not a current version')
})

test('a release takes nothing more once it is cut, and holds as much as it says', async () => {
  const id = randomUUID()
  const good = { version: approved.id, hash: approved.contentHash, decision: approval }
  await expect(attack(item(release, good))).rejects.toThrow()
  await attack(newRelease(id, 0))
  await expect(attack(item(id, good))).rejects.toThrow('is frozen')
  await expect(attack(newRelease(randomUUID(), 1))).rejects.toThrow('says 1 items')
})

test('services, unknown people and persons in name only decide nothing', async () => {
  const service = randomUUID()
  await attack([
    `INSERT INTO "user" (id, kind, name, email) VALUES ($1, 'service', 'drafter', $2)`,
    [service, `${service}@example.org`],
  ])
  await expect(attack(decision({ reviewer_id: service }))).rejects.toThrow()
  await expect(attack(decision({ reviewer_id: service, reviewer_kind: 'service' }))).rejects.toThrow()
  await expect(attack(decision({ reviewer_id: 'nobody' }))).rejects.toThrow()
  await expect(
    attack(
      [`UPDATE "user" SET kind = 'person' WHERE id = $1`, [service]],
      decision({ reviewer_id: service }),
    ),
  ).rejects.toThrow('identity')
})

test('an approval names the hash of its version, in the project of its version', async () => {
  await expect(attack(decision({ content_hash: 'f'.repeat(64) }))).rejects.toThrow()
  await expect(attack(decision({ project_id: randomUUID() }))).rejects.toThrow('is not of project')
})

test('a decision is taken back once, by who made it, on its own version; an undo not at all', async () => {
  const undo = {
    verdict: 'undo',
    version_id: approved.id,
    content_hash: approved.contentHash,
    undoes_id: approval,
  }
  const { id: stranger } = await makePerson()
  await expect(attack(decision({ ...undo, reviewer_id: stranger }))).rejects.toThrow('cannot be undone')
  const elsewhere = { version_id: waiting.id, content_hash: waiting.contentHash }
  await expect(attack(decision({ ...undo, ...elsewhere }))).rejects.toThrow('cannot be undone')
  await expect(attack(decision({ ...undo, undoes_id: undoneApproval }))).rejects.toThrow()
  await expect(attack(decision({ ...undo, verdict: 'approve' }))).rejects.toThrow()
})

test('a version has the hash that it names, whatever characters are in it', async () => {
  const version = (content: unknown, hash: string): [string, unknown[]] => [
    `INSERT INTO version (id, artifact_id, number, content, content_hash, author_kind, author_id)
     VALUES ($1, $2, (SELECT max(number) + 1 FROM version), $3, $4, 'person', 'mallory')`,
    [randomUUID(), approved.artifactId, JSON.stringify(content), hash],
  ]
  await expect(attack(version({ label: 'slipped in' }, approved.contentHash))).rejects.toThrow(
    'hash that it names',
  )
  const strange = fc.dictionary(
    fc.constantFrom('label', 'definition', 'Z', 'a_b', 'äöü', '政党'),
    fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\u0000', '')),
      fc.array(
        fc.record({
          start: fc.integer(),
          note: fc.constantFrom('\t"\\/', '\u2028', '\u007f\u001f\b\f', '😀'),
        }),
      ),
      fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 53, [], {}, ''),
    ),
  )
  await fc.assert(
    fc.asyncProperty(strange, (content) => attack(version(content, contentHash(content)))),
    { numRuns: 100 },
  )
})

test('an edit names a version that grew from the edited one', async () => {
  await expect(attack(decision({ verdict: 'edit', result_version_id: approved.id }))).rejects.toThrow(
    'did not grow',
  )
  await expect(attack(decision({ verdict: 'edit', result_version_id: randomUUID() }))).rejects.toThrow()
})

test.each([
  ['the content of an approved version', `UPDATE version SET content = '{}'`],
  ['the hash of a version', `UPDATE version SET content_hash = 'x'`],
  ['a version away', 'DELETE FROM version'],
  ['evidence', `UPDATE evidence SET content = '{}'`],
  ['a verdict', `UPDATE decision SET verdict = 'approve', reason_code = NULL WHERE verdict = 'reject'`],
  ['who decided', `UPDATE decision SET reviewer_id = 'mallory'`],
  ['a decision away', 'DELETE FROM decision'],
  ['an undo away', `DELETE FROM decision WHERE verdict = 'undo'`],
  ['a release', `UPDATE release SET content_hash = 'x'`],
  ['a release away', 'DELETE FROM release'],
  ['an item of a release', 'UPDATE release_item SET version_id = version_id'],
  ['an item away', 'DELETE FROM release_item'],
  ['the audit log', `UPDATE audit_entry SET actor_id = 'nobody'`],
  ['the audit log away', 'DELETE FROM audit_entry'],
  ['an approved artifact to another project', 'UPDATE artifact SET project_id = gen_random_uuid()'],
  ['the label of an approved artifact', `UPDATE artifact SET key = 'other'`],
  ['a reviewer away', 'DELETE FROM "user"'],
  ['a project away', 'DELETE FROM project'],
  ['an artifact away', 'DELETE FROM artifact'],
  ...['version', 'evidence', 'decision', 'release', 'release_item', 'audit_entry', 'artifact', 'project'].map(
    (table) => [`everything in ${table}`, `TRUNCATE ${table} CASCADE`] as [string, string],
  ),
])('nobody changes %s', async (_what, statement) => {
  if (statement.includes('evidence'))
    await attack([
      `INSERT INTO evidence (version_id, content) VALUES ($1, '{}') ON CONFLICT DO NOTHING`,
      [waiting.id],
    ])
  const before = await listReleases(actor)
  await expect(attack([statement, []])).rejects.toThrow(/only ever added|identity of|violates.*foreign key/)
  expect(await listReleases(actor)).toEqual(before)
})

test('taking a released approval back by SQL leaves the release as it was', async () => {
  const before = await releaseGuidelines(release)
  await attack(
    decision({
      verdict: 'undo',
      version_id: approved.id,
      content_hash: approved.contentHash,
      undoes_id: approval,
    }),
  )
  expect(await releaseGuidelines(release)).toEqual(before)
  const id = randomUUID()
  const again = { version: approved.id, hash: approved.contentHash, decision: approval }
  await expect(attack(newRelease(id), item(id, again))).rejects.toThrow('was undone')
})
