import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeFormat } from '@/lib/artifacts/writing/write-format'
import { listLibrary } from '@/lib/library/queries'
import { forkArtifact } from '@/lib/library/reuse/fork-artifact'
import { mergeArtifacts } from '@/lib/library/reuse/merge-artifacts'
import { listForkTargets, readText } from '@/lib/library/reuse/queries'
import { splitArtifact } from '@/lib/library/reuse/split-artifact'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makePerson, makeProject } from '@/prisma/factories/people'
import { approveDraft, editDraft, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

const SENTENCES = ['The [Petrel|vessel] lay in [Wickholm|place] .', 'The [Tern|vessel] sails .']

async function makeLibrary() {
  const actor = await makeProject()
  const corpus = await makeCorpus(actor, { name: 'Log', sentences: SENTENCES })
  const [vessel, place] = await queueDrafts(actor, {
    corpus,
    contents: [
      {
        label: 'vessel',
        includes: ['ferries', 'tugs'],
        positives: [{ ordinal: 1, start: 4, end: 10, note: '' }],
      },
      {
        ...{ label: 'place', definition: 'A harbour.', includes: ['tugs', 'quays'] },
        positives: [{ ordinal: 1, start: 18, end: 26, note: '' }],
      },
    ],
  })
  await approveDraft(actor, vessel!)
  await approveDraft(actor, place!)
  return { actor, corpus, vessel: vessel!, place: place! }
}

const keys = async (actor: ProjectActor, state?: 'retired' | 'waiting') =>
  (await listLibrary(actor, { ...(state && { state }) })).items.map(({ key }) => key)
const read = (id: string) => db.version.findUniqueOrThrow({ where: { id }, include: { sources: true } })

test('a fork waits in the other project and names the version that it was made from', async () => {
  const { actor, vessel } = await makeLibrary()
  const other = await makeProject({ person: actor })
  const corpus = await makeCorpus(other, { name: 'Other log', sentences: SENTENCES })
  const targets = await listForkTargets(actor, { artifact: vessel.artifactId })
  expect(targets.projects).toEqual([
    {
      slug: other.project.slug,
      name: 'Harbour',
      corpora: [{ id: corpus.id, name: 'Other log', same: true }],
    },
  ])
  const asked = { artifact: vessel.artifactId, into: other.project.slug, corpus: corpus.id }
  const forked = await forkArtifact(actor, asked)
  expect(await keys(other)).toEqual([])
  expect(await keys(other, 'waiting')).toEqual(['vessel'])
  const version = await read(forked.versionId)
  expect(version.contentHash).toBe(vessel.contentHash)
  expect(version.sources).toMatchObject([
    {
      how: 'forked',
      sourceVersionId: vessel.id,
      sourceHash: vessel.contentHash,
      named: { project: 'Harbour' },
    },
  ])
  await expect(forkArtifact(actor, asked)).rejects.toMatchObject({ details: { reason: 'fork-same' } })
})

test('a fork leaves out what holds in its own corpus only, and goes only where one may write', async () => {
  const { actor, vessel } = await makeLibrary()
  const other = await makeProject({ person: actor })
  const corpus = await makeCorpus(other, { sentences: SENTENCES })
  await db.corpus.update({ where: { id: corpus.id }, data: { fileSha256: 'e'.repeat(64) } })
  const into = { artifact: vessel.artifactId, into: other.project.slug }
  await expect(forkArtifact(actor, into)).rejects.toMatchObject({
    details: { reason: 'fork-corpus-unknown' },
  })
  const forked = await forkArtifact(actor, { ...into, corpus: corpus.id })
  expect(forked.dropped).toBe(1)
  expect((await read(forked.versionId)).content).toMatchObject({ positives: [] })
  const foreign = await makeProject()
  await expect(forkArtifact(actor, { ...into, into: foreign.project.slug })).rejects.toMatchObject({
    code: 'not_found',
  })
  const reader = await makePerson()
  const annotator = await joinProject(actor.project.slug, { person: reader })
  await joinProject(other.project.slug, { person: reader })
  await expect(forkArtifact(annotator, { ...into, corpus: corpus.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('of two that are merged the second stands until the one text is approved, as it is or edited', async () => {
  const { actor, vessel, place } = await makeLibrary()
  const merging = { artifact: vessel.artifactId, merging: place.artifactId }
  const { text } = await readText(actor, merging)
  expect(text).toContain('- ferries\n  - tugs\n  - quays')
  const merge = () => mergeArtifacts(actor, { artifact: vessel.artifactId, from: place.artifactId, text })
  const rejected = await read((await merge()).versionId)
  await rejectDraft(actor, rejected)
  expect(await keys(actor)).toEqual(['place', 'vessel'])
  const proposed = await read((await merge()).versionId)
  expect(proposed.sources.map(({ sourceHash }) => sourceHash)).toEqual([
    vessel.contentHash,
    place.contentHash,
  ])
  expect(await keys(actor)).toEqual(['place', 'vessel'])
  await editDraft(actor, proposed, { ...(proposed.content as typeof vessel.content), definition: 'Both.' })
  expect([await keys(actor), await keys(actor, 'retired')]).toEqual([['vessel'], ['place']])
  await undoDecision(actor, { requestKey: randomUUID() })
  expect([await keys(actor), await keys(actor, 'retired')]).toEqual([['place', 'vessel'], []])
  await approveDraft(actor, proposed)
  expect(await keys(actor)).toEqual(['vessel'])
})

test('only what is alike is merged, by a text without faults, while no draft of either waits', async () => {
  const { actor, vessel, place } = await makeLibrary()
  const { text } = await readText(actor, { artifact: vessel.artifactId })
  const merge = (given: { from?: string; text?: string }) =>
    mergeArtifacts(actor, { artifact: vessel.artifactId, from: place.artifactId, text, ...given })
  const because = (reason: string) => ({ details: { reason } })
  await expect(merge({ from: vessel.artifactId })).rejects.toMatchObject(because('merge-unlike'))
  const broken = text.replace('definition:', 'definition: [')
  await expect(merge({ text: broken })).rejects.toMatchObject({
    details: { reason: 'text-faulty', params: { line: 4 } },
  })
  await expect(merge({ text: text.replace('vessel', 'place') })).rejects.toMatchObject(because('label-fixed'))
  await expect(merge({ text: text.replace('ordinal: 1', 'ordinal: 99') })).rejects.toMatchObject(
    because('content-faulty'),
  )
  await merge({})
  await expect(merge({})).rejects.toMatchObject(because('draft-waits'))
})

test('a split proposes the next version and something new, each to be decided', async () => {
  const actor = await makeProject()
  await makeCorpus(actor, { sentences: SENTENCES })
  const format = {
    ...{ name: 'As YAML', carrier: 'yaml' as const, parameters: {}, taskForms: ['ner' as const] },
    ask: { en: ['Answer as YAML by {group}.', 'Use YAML by {group}.'], zh: ['按{group}以 YAML 回答。'] },
    askRecords: { en: [], zh: [] },
  }
  const { artifactId, versionId } = await writeFormat(actor, { format })
  await approveDraft(actor, await read(versionId))
  const { text } = await readText(actor, { artifact: artifactId })
  const second = text.replace('As YAML', 'Briefly as YAML')
  await expect(
    splitArtifact(actor, { artifact: artifactId, first: text, second: text }),
  ).rejects.toMatchObject({
    details: { reason: 'split-known' },
  })
  const split = await splitArtifact(actor, { artifact: artifactId, first: text, second })
  expect(split.first.artifactId).toBe(artifactId)
  expect(await keys(actor)).toEqual(['as-yaml'])
  expect((await keys(actor, 'waiting')).sort()).toEqual(['as-yaml', 'briefly-as-yaml'])
  expect((await read(split.second.versionId)).sources).toMatchObject([
    { how: 'split', sourceVersionId: versionId },
  ])
})
