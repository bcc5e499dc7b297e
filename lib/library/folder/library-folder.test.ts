import { beforeAll, describe, expect, it } from 'vitest'
import { writeApplication } from '@/lib/artifacts/write-application'
import { writeFormat } from '@/lib/artifacts/writing/write-format'
import { writeGuideline } from '@/lib/artifacts/writing/write-guideline'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { exportLibrary, type FolderFile } from '@/lib/library/folder/export-library'
import { importLibraryHandler } from '@/lib/library/folder/import-library.job'
import { packLibrary } from '@/lib/library/folder/pack-library'
import { previewLibrary } from '@/lib/library/folder/preview-library'
import { listLibrary } from '@/lib/library/queries'
import { pseudonymOf } from '@/lib/library/releases/queries'
import { retireArtifact } from '@/lib/library/retire-artifact'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeZip } from '@/prisma/factories/archives'
import { collect } from '@/prisma/factories/bytes'
import { makeCorpus } from '@/prisma/factories/corpora'
import { keepFilesApart } from '@/prisma/factories/files'
import { makeUpload } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, guidelineContent } from '@/prisma/factories/reviews'

keepFilesApart()

const SENTENCES = ['The [Petrel|vessel] lay in [Wickholm|place] .', 'The [Tern|vessel] sails .']
const PLACE = { start: 18, end: 26, label: 'place' }
const NO_WORDINGS = { en: [], zh: [] }

let actor: ProjectActor
let files: FolderFile[]

/** A corpus of the same file in a project of its own. */
async function makeHarbour(): Promise<{ actor: ProjectActor; corpus: string }> {
  const own = await makeProject()
  return { actor: own, corpus: (await makeCorpus(own, { name: 'Harbour log', sentences: SENTENCES })).id }
}

async function approveAll(own: ProjectActor): Promise<void> {
  const waiting = await db.version.findMany({
    where: { artifact: { projectId: own.project.id }, draft: { state: 'waiting' } },
  })
  for (const version of waiting) await approveDraft(own, version)
}

beforeAll(async () => {
  const harbour = await makeHarbour()
  actor = harbour.actor
  const { corpus } = harbour
  const guideline = guidelineContent({
    label: 'vessel',
    definition: 'A ship: "large", or small?\n\n- yes',
    includes: ['ferries and tugs', '# not a comment'],
    positives: [{ ordinal: 1, start: 4, end: 10, note: 'a name' }],
  })
  await writeGuideline(actor, { corpus, guideline })
  const about = { taskForm: 'ner' as const, paraphrases: NO_WORDINGS, exceptions: [], note: '' }
  await writeRule(actor, {
    corpus,
    rule: {
      ...{ ...about, scope: { labels: ['vessel'] } },
      statement: { en: 'Take the determiner in.', zh: '带上冠词。' },
      transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['the', 'a'] } },
    },
  })
  const { versionId } = await writeRule(actor, {
    corpus,
    rule: {
      ...{ ...about, scope: { labels: ['vessel'] }, transform: null },
      statement: { en: 'Ships in harbour are none.', zh: '港里的船不算。' },
    },
  })
  await writeApplication(actor, { version: versionId, ordinal: 1, gold: { spans: [PLACE] } })
  await writeFormat(actor, {
    format: {
      ...{ name: 'As YAML', carrier: 'yaml', parameters: {}, taskForms: ['ner'], askRecords: NO_WORDINGS },
      ask: { en: ['Answer as YAML by {group}.'], zh: ['按{group}以 YAML 回答。'] },
    },
  })
  await approveAll(actor)
  files = await collect(exportLibrary(actor))
})

const zipOf = (given: readonly FolderFile[]) =>
  makeZip(given.map(({ path, text }) => ({ name: `library/${path}`, content: text })))

async function preview(own: ProjectActor, given: readonly FolderFile[]) {
  const { id } = await makeUpload(own, zipOf(given), 'library.zip')
  return { upload: id, plan: await previewLibrary(own, { uploadId: id, corpora: {} }) }
}

async function bring(own: ProjectActor, given: readonly FolderFile[]) {
  const { upload } = await preview(own, given)
  const context = makeJobContext(own)
  const payload = { projectId: own.project.id, uploadId: upload, corpora: {} }
  return { counts: await importLibraryHandler.run(payload, context), notes: context.notes }
}

/** What the files say but for who decided it and where it came from, and the ids of the project. */
const saidBy = (given: readonly FolderFile[]) =>
  given
    .filter(({ path }) => path !== 'library.yaml')
    .map(({ path, text }) => [
      path,
      text.replace(/^(version|history|sources):.*/ms, '').replace(/ {2}ruleVersionId: .*|^hash: .*/gm, ''),
    ])

describe('a library as a folder', () => {
  it('has a file of every kind in a place of its own, with its hash and who decided it', () => {
    expect(files.map(({ path }) => path.split('/')[0])).toEqual([
      'library.yaml',
      'applications',
      'formats',
      'guidelines',
      'rules',
      'rules',
    ])
    const { path, text } = files.find((file) => file.path.startsWith('guidelines'))!
    expect(path).toMatch(/^guidelines\/harbour-log-[0-9a-f]{6}\/vessel\.yaml$/)
    expect(text).toContain('ferries and tugs')
    expect(text).toMatch(/^hash: [0-9a-f]{64}$/m)
    expect(text).toContain(`by: ${pseudonymOf(actor.id)}`)
    expect(files.map((file) => file.text).join('')).not.toContain(actor.id)
  })

  it('has the same bytes whenever it is asked for, packed too', async () => {
    expect(await collect(exportLibrary(actor))).toEqual(files)
    const packed = async () => Buffer.concat(await collect(packLibrary(actor).body as never))
    expect(await packed()).toEqual(await packed())
  })

  it('comes back into another project as drafts, and out of it again as it was', async () => {
    const { actor: other } = await makeHarbour()
    const { plan } = await preview(other, files)
    expect(plan.counts).toEqual({ new: 5, changed: 0, same: 0, waits: 0, faulty: 0 })
    const { counts, notes } = await bring(other, files)
    expect([counts, notes]).toEqual([{ drafted: 5, same: 0, waits: 0, faulty: 0 }, []])
    expect((await listLibrary(other)).items).toEqual([])
    expect((await bring(other, files)).counts).toMatchObject({ drafted: 0, same: 5 })
    await approveAll(other)
    const back = await collect(exportLibrary(other))
    expect(saidBy(back)).toEqual(saidBy(files))
    const hashes = (given: readonly FolderFile[], kind: string) =>
      given.filter(({ path }) => path.startsWith(kind)).map(({ text }) => /^hash: (.*)$/m.exec(text)?.[1])
    for (const kind of ['guidelines', 'rules', 'formats'])
      expect(hashes(back, kind)).toEqual(hashes(files, kind))
    for (const file of back.slice(1)) expect(file.text).toContain('how: imported')
    expect(back.map(({ text }) => text).join('')).toContain(pseudonymOf(actor.id))
  })

  it('changes nothing where it says the same, and takes in what a person changed in a file', async () => {
    expect((await preview(actor, files)).plan.counts).toMatchObject({ same: 5, faulty: 0 })
    const edited = files.map(({ path, text }) => ({
      path,
      text: path.startsWith('guidelines')
        ? text.replace('ferries and tugs', 'ferries').replace(/^hash: .*\n/m, '')
        : text,
    }))
    const { plan } = await preview(actor, edited)
    expect(plan.counts).toMatchObject({ changed: 1, same: 4 })
    expect(plan.files[0]).toMatchObject({
      state: 'changed',
      change: {
        before: { includes: ['ferries and tugs', '# not a comment'] },
        after: { includes: ['ferries', '# not a comment'] },
      },
    })
    expect((await bring(actor, edited)).counts).toMatchObject({ drafted: 1 })
    expect((await preview(actor, files)).plan.counts).toMatchObject({ same: 5 })
    const again = edited.map(({ path, text }) => ({ path, text: text.replace('ferries', 'rafts') }))
    expect((await preview(actor, again)).plan.counts).toMatchObject({ waits: 1 })
    expect(await collect(exportLibrary(actor))).toEqual(files)
  })

  it('leaves out references to instances in a corpus of another file, and refuses answers under rules there', async () => {
    const { actor: other, corpus } = await makeHarbour()
    await db.corpus.update({ where: { id: corpus }, data: { fileSha256: 'f'.repeat(64) } })
    const { plan } = await preview(other, files)
    expect(plan.counts).toMatchObject({ new: 4, faulty: 1 })
    expect(plan.files.find(({ kind }) => kind === 'application')?.faults).toMatchObject([
      { code: 'other-file' },
    ])
    expect(plan.files.find(({ kind }) => kind === 'guideline')?.dropped).toBe(1)
  })

  it('names corpora that the project lacks, and takes one that is named for them', async () => {
    const other = await makeProject()
    const { id: corpus } = await makeCorpus(other, { name: 'Log', sentences: SENTENCES })
    const { upload, plan } = await preview(other, files)
    expect([plan.unknownCorpora, plan.counts.faulty]).toEqual([['Harbour log'], 4])
    const mapped = await previewLibrary(other, { uploadId: upload, corpora: { 'Harbour log': corpus } })
    expect(mapped.counts).toMatchObject({ new: 5, faulty: 0 })
  })

  it.each<[string, (text: string) => string, string]>([
    ['a label that the corpus lacks', (text) => text.replaceAll('vessel', 'boat'), 'label-unknown'],
    ['a text that is not what its hash says', (text) => text.replace('A ship', 'A boat'), 'hash-differs'],
    ['another task form', (text) => text.replace('taskForm: ner', 'taskForm: re'), 'corpus-unfit'],
    ['a key that is not its label', (text) => text.replace('key: vessel', 'key: ship'), 'shape'],
    ['bad YAML', (text) => `${text}\n  - [`, 'yaml'],
  ])('is refused a guideline with %s, and nothing of it is kept', async (_what, spoil, code) => {
    const { actor: other } = await makeHarbour()
    const [guideline] = files.filter(({ path }) => path.startsWith('guidelines'))
    let text = spoil(guideline!.text)
    if (code === 'label-unknown') text = text.replace(/^hash: .*\n/m, '')
    const { plan } = await preview(other, [{ path: 'a.yaml', text }])
    expect(plan.files[0]?.faults[0]).toMatchObject({ code })
    const { counts, notes } = await bring(other, [{ path: 'a.yaml', text }])
    expect(counts).toMatchObject({ drafted: 0, faulty: 1 })
    expect(notes[0]).toMatchObject({ key: 'libraryFault', params: { path: 'library/a.yaml' } })
    expect(await db.artifact.count({ where: { projectId: other.project.id } })).toBe(0)
  })

  it('is refused what is twice in it, what is retired here, and what is no folder of a library', async () => {
    const { actor: other } = await makeHarbour()
    const [guideline] = files.filter(({ path }) => path.startsWith('guidelines'))
    const twice = [guideline!, { ...guideline!, path: 'copy.yaml' }]
    expect((await preview(other, twice)).plan.counts).toMatchObject({ new: 1, faulty: 1 })
    await bring(other, [guideline!])
    await approveAll(other)
    const { artifactId } = (await listLibrary(other)).items[0]!
    await retireArtifact(other, { artifact: artifactId, reason: 'x' })
    expect((await preview(other, [guideline!])).plan.files[0]?.faults).toMatchObject([{ code: 'retired' }])
    await expect(preview(other, [{ path: 'README.md', text: 'Nothing.' }])).rejects.toMatchObject({
      details: { reason: 'library-empty' },
    })
    const upload = async (content: Uint8Array | string) => (await makeUpload(other, content)).id
    const asked = async (content: Uint8Array | string) =>
      previewLibrary(other, { uploadId: await upload(content), corpora: {} })
    await expect(asked('no zip')).rejects.toMatchObject({ details: { reason: 'library-not-zip' } })
    const leadsOut = makeZip([{ name: '../../rules/a.yaml', content: guideline!.text }])
    await expect(asked(leadsOut)).rejects.toMatchObject({ details: { reason: 'archive-member-refused' } })
    const huge = makeZip([{ name: 'a.yaml', content: `# ${'x'.repeat(2_100_000)}` }])
    expect((await asked(huge)).files[0]?.faults).toMatchObject([{ code: 'too-large' }])
  })

  it('is brought in by leads of the project only', async () => {
    const { id } = await makeUpload(actor, zipOf(files), 'library.zip')
    const annotator = await joinProject(actor.project.slug)
    const asked = { uploadId: id, corpora: {} }
    await expect(previewLibrary(annotator, asked)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(previewLibrary(await makeProject(), asked)).rejects.toMatchObject({ code: 'not_found' })
  })
})
