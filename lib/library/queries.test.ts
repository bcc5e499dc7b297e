import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listFilters } from '@/lib/library/filters/queries'
import { removeFilter } from '@/lib/library/filters/remove-filter'
import { saveFilter } from '@/lib/library/filters/save-filter'
import { listLibrary, readArtifact, readFacets } from '@/lib/library/queries'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { restoreArtifact } from '@/lib/library/restore-artifact'
import { retireArtifact } from '@/lib/library/retire-artifact'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, editDraft, propose, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

const keys = ({ items }: Awaited<ReturnType<typeof listLibrary>>) => items.map(({ key }) => key)

test('lists what is approved by label, page by page, and other states on request', async () => {
  const actor = await makeProject()
  const drafts = await queueDrafts(actor, {
    contents: ['e', 'b', 'd', 'a', 'c', 'f'].map((label) => ({ label })),
  })
  for (const draft of drafts.slice(0, 4)) await approveDraft(actor, draft)
  await rejectDraft(actor, drafts[4]!)
  const first = await listLibrary(actor, { limit: 3 })
  const second = await listLibrary(actor, { limit: 3, cursor: first.nextCursor! })
  expect([keys(first), keys(second), second.nextCursor]).toEqual([['a', 'b', 'd'], ['e'], null])
  expect(first.items[0]).toMatchObject({
    state: 'approved',
    versionNumber: 1,
    decidedBy: actor.name,
    excerpt: { en: 'A named ship or boat.' },
    releases: [],
  })
  expect(keys(await listLibrary(actor, { state: 'rejected' }))).toEqual(['c'])
  expect(keys(await listLibrary(actor, { state: 'waiting' }))).toEqual(['f'])
  expect(keys(await listLibrary(actor, { state: 'all' }))).toHaveLength(6)
  await expect(listLibrary(actor, { cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'invalid' })
})

test.each([
  ['a label, whatever its case', 'VESS', ['vessel']],
  ['a definition in capitals beyond Latin', 'ÜBER', ['vessel']],
  ['an inclusion', 'tugs', ['vessel']],
  ['an exclusion', 'quay', ['vessel']],
  ['a typical mention', 'grey pet', ['vessel']],
  ['two Chinese characters within a sentence', '政党', ['组织']],
  ['one Chinese character of a label', '织', ['组织']],
  ['signs that SQL would take for wildcards, as themselves', '100%_', ['vessel']],
  ['nothing by a wildcard', 'g%y', []],
  ['nothing by the language of the guideline', 'zh', []],
])('search finds %s', async (_what, q, found) => {
  const actor = await makeProject()
  const drafts = await queueDrafts(actor, {
    contents: [
      {
        label: 'vessel',
        definition: 'über all: a ship, 100%_sure',
        includes: ['ferries', 'Tugs'],
        excludes: ['the Quay'],
        typical: ['Grey Petrel'],
      },
      {
        label: '组织',
        language: 'zh',
        definition: '指政党和团体的名称。',
        includes: [],
        excludes: [],
        typical: ['港务局'],
      },
    ],
  })
  for (const draft of drafts) await approveDraft(actor, draft)
  expect(keys(await listLibrary(actor, { q }))).toEqual(found)
})

test('an approved guideline stays in the library while its next draft waits, with the approved text', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  await approveDraft(actor, draft!)
  const content = { ...draft!.content, definition: 'Not read by anybody yet.' }
  await propose(actor, { corpusId: draft!.corpusId, content })
  expect((await listLibrary(actor, {})).items).toMatchObject([
    { state: 'waiting', versionNumber: 1, excerpt: { en: draft!.content.definition } },
  ])
  expect((await listLibrary(actor, { state: 'waiting' })).items).toMatchObject([
    { excerpt: { en: content.definition } },
  ])
  expect(keys(await listLibrary(actor, { q: 'nobody yet' }))).toEqual([])
})

test('one artifact shows its versions, decisions and the numbers of the releases that hold it', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const edit = await editDraft(actor, draft!, { ...draft!.content, definition: 'Edited.' })
  await cutRelease(actor, { name: 'First' })
  const read = await readArtifact(actor, { artifact: draft!.artifactId })
  expect(read.item).toMatchObject({ versionId: edit.resultVersionId, versionNumber: 2, releases: [1] })
  expect(read.versions.map(({ number, state, author }) => [number, state, author])).toEqual([
    [2, 'approved', actor.name],
    [1, 'superseded', 'corpus-miner/1'],
  ])
  expect(read.decisions.map(({ verdict }) => verdict)).toEqual(['approve', 'edit'])
  const stranger = await makeProject()
  await expect(readArtifact(stranger, { artifact: draft!.artifactId })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('lists are sorted by any column, page by page, and filtered by label, decider, use and staleness', async () => {
  const actor = await makeProject()
  const other = await joinProject(actor.project.slug, { role: 'lead' })
  const drafts = await queueDrafts(actor, { contents: ['b', 'a', 'c'].map((label) => ({ label })) })
  await approveDraft(other, drafts[0]!)
  await approveDraft(actor, drafts[1]!)
  await cutRelease(actor, {})
  await approveDraft(actor, drafts[2]!)
  const sorts = { sort: 'decidedAt', order: 'desc' } as const
  const first = await listLibrary(actor, { ...sorts, limit: 2 })
  const rest = await listLibrary(actor, { ...sorts, limit: 2, cursor: first.nextCursor! })
  expect([keys(first), keys(rest)]).toEqual([['c', 'a'], ['b']])
  const ofTitle = await listLibrary(actor, { sort: 'title', limit: 1 })
  await expect(listLibrary(actor, { ...sorts, cursor: ofTitle.nextCursor! })).rejects.toMatchObject({
    code: 'invalid',
  })
  expect(keys(await listLibrary(actor, { label: 'b' }))).toEqual(['b'])
  expect(keys(await listLibrary(actor, { decidedBy: other.id }))).toEqual(['b'])
  expect(keys(await listLibrary(actor, { used: 'no' }))).toEqual(['c'])
  await retireArtifact(actor, { artifact: drafts[1]!.artifactId, reason: 'Said better elsewhere.' })
  expect(keys(await listLibrary(actor, { state: 'all', stale: 'yes' }))).toEqual(['a'])
  expect(keys(await listLibrary(actor, { state: 'retired' }))).toEqual(['a'])
  expect(keys(await listLibrary(actor, {}))).toEqual(['b', 'c'])
  await restoreArtifact(actor, { artifact: drafts[1]!.artifactId })
  expect(keys(await listLibrary(actor, {}))).toEqual(['a', 'b', 'c'])
})

test('facets count kinds and labels under the other filters', async () => {
  const actor = await makeProject()
  const drafts = await queueDrafts(actor, {
    contents: [{ label: 'a', definition: 'About ships.' }, { label: 'b' }, { label: 'c' }],
  })
  for (const draft of drafts) await approveDraft(actor, draft)
  expect(await readFacets(actor, { label: 'a' })).toEqual({
    kinds: { guideline: 1 },
    labels: ['a', 'b', 'c'].map((label) => ({ label, count: 1 })),
    people: [{ id: actor.id, name: actor.name }],
  })
  expect((await readFacets(actor, { q: 'about SHIPS' })).kinds).toEqual({ guideline: 1 })
})

test('every word is looked for by itself, and what is taken back is found no more', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor, { contents: [{ label: 'x', definition: 'Harbour, then ferry.' }] })
  await approveDraft(actor, draft!)
  expect(keys(await listLibrary(actor, { q: 'ferry harbour' }))).toEqual(['x'])
  expect(keys(await listLibrary(actor, { q: 'ferry airport' }))).toEqual([])
  await undoDecision(actor, { requestKey: randomUUID() })
  expect(keys(await listLibrary(actor, { q: 'ferry' }))).toEqual([])
  expect(keys(await listLibrary(actor, { q: 'ferry', state: 'waiting' }))).toEqual(['x'])
})

test('people keep filters for themselves', async () => {
  const actor = await makeProject()
  const kept = await saveFilter(actor, { name: 'Mine', filter: { state: 'all', label: 'b' } })
  await saveFilter(actor, { name: 'Mine', filter: { state: 'all', label: 'a' } })
  expect((await listFilters(actor)).items).toEqual([
    { id: kept.id, name: 'Mine', filter: { state: 'all', label: 'a' } },
  ])
  const other = await joinProject(actor.project.slug)
  expect((await listFilters(other)).items).toEqual([])
  await removeFilter(other, { filter: kept.id })
  expect((await listFilters(actor)).items).toHaveLength(1)
  await removeFilter(actor, { filter: kept.id })
  expect((await listFilters(actor)).items).toEqual([])
})
