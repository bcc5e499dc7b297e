import { describe, expect, it } from 'vitest'
import { fixCorpusHandler } from '@/lib/corpora/fix-corpus.job'
import type { Fix } from '@/lib/corpora/fixes/model'
import { orderFix, undoFix } from '@/lib/corpora/fixes/order-fix'
import { nameLabels } from '@/lib/corpora/label-names/name-labels'
import { listLabelNames, readLabelBook } from '@/lib/corpora/label-names/queries'
import { readCorpus } from '@/lib/corpora/queries'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'

const sentences = [
  '[Ada Quill|per] joined the [Reed Party|politicalparty].',
  'The [Reed Party|politicalparty] met [Ada Quill|human].',
]
const party = { label: 'politicalparty', name: { en: 'political party', zh: '政党' } }

async function given() {
  const actor = await makeProject({ role: 'lead' })
  const { id: corpus } = await makeCorpus(actor, { sentences })
  return { actor, corpus }
}

async function namesOf(actor: ProjectActor, corpus: string) {
  return (await readCorpus(actor, { corpus })).labelNames
}

async function work(actor: ProjectActor, corpusId: string, number: number) {
  const { id } = await db.corpusFix.findFirstOrThrow({ where: { corpusId, number } })
  await fixCorpusHandler.run({ fixId: id }, makeJobContext(actor))
}

describe('naming labels', () => {
  it('shows the names with the corpus, with the labels and in the book of the project; the log says who', async () => {
    const { actor, corpus } = await given()
    const { items } = await nameLabels(actor, { corpus, changes: [party] })
    expect(items.find(({ label }) => label === 'politicalparty')).toEqual({
      ...party,
      items: 2,
      suggested: {},
    })
    expect(await namesOf(actor, corpus)).toEqual({ politicalparty: party.name })
    expect(await readLabelBook(actor)).toEqual({
      corpora: [
        {
          id: corpus,
          commonest: ['human', 'per', 'politicalparty'],
          names: { politicalparty: party.name },
        },
      ],
    })
    const [logged] = await db.auditEntry.findMany({
      where: { subjectId: corpus, action: 'corpus.labels-named' },
    })
    expect(logged).toMatchObject({
      actorId: actor.id,
      data: { count: 1, names: [{ label: 'politicalparty', en: 'political party', zh: '政党' }] },
    })
  })

  it('leaves other labels alone, and takes names away', async () => {
    const { actor, corpus } = await given()
    await nameLabels(actor, { corpus, changes: [party, { label: 'per', name: { en: 'person' } }] })
    await nameLabels(actor, { corpus, changes: [{ label: 'per', name: {} }] })
    expect(await namesOf(actor, corpus)).toEqual({ politicalparty: party.name })
  })

  it('refuses a name that another label has, names both, and saves nothing of the rest', async () => {
    const { actor, corpus } = await given()
    await nameLabels(actor, { corpus, changes: [{ label: 'per', name: { en: 'person' } }] })
    const changes = [party, { label: 'human', name: { en: 'Person' } }]
    await expect(nameLabels(actor, { corpus, changes })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'label-name-taken', params: { label: 'human', other: 'per' } },
    })
    expect(await namesOf(actor, corpus)).toEqual({ per: { en: 'person' } })
  })

  it('refuses to write over names that somebody gave meanwhile', async () => {
    const { actor, corpus } = await given()
    await nameLabels(actor, { corpus, changes: [party] })
    const late = { label: 'politicalparty', name: { en: 'party' } }
    await expect(nameLabels(actor, { corpus, changes: [{ ...late, was: {} }] })).rejects.toMatchObject({
      details: { reason: 'label-named-meanwhile', params: { label: 'politicalparty' } },
    })
    await nameLabels(actor, { corpus, changes: [{ ...late, was: party.name }] })
    expect(await namesOf(actor, corpus)).toEqual({ politicalparty: { en: 'party' } })
  })

  it('keeps both when two people name different labels at one moment', async () => {
    const { actor, corpus } = await given()
    await Promise.all([
      nameLabels(actor, { corpus, changes: [party] }),
      nameLabels(actor, { corpus, changes: [{ label: 'per', name: { en: 'person' } }] }),
    ])
    expect(await namesOf(actor, corpus)).toEqual({ politicalparty: party.name, per: { en: 'person' } })
  })

  it('is for leads, of their own project, and about labels that the corpus has', async () => {
    const { actor, corpus } = await given()
    const annotator = await joinProject(actor.project.slug, { role: 'annotator' })
    const stranger = await makeProject({ role: 'lead' })
    await expect(nameLabels(annotator, { corpus, changes: [party] })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(nameLabels(stranger, { corpus, changes: [party] })).rejects.toMatchObject({
      details: { reason: 'corpus-unknown' },
    })
    await expect(nameLabels(actor, { corpus, changes: [{ label: 'ship', name: {} }] })).rejects.toMatchObject(
      { details: { reason: 'label-unknown', params: { label: 'ship' } } },
    )
    expect((await listLabelNames(annotator, { corpus })).items).toHaveLength(3)
  })
})

describe('a label that a fix renames', () => {
  it('is read as before, and so is the old one when the fix is undone', async () => {
    const { actor, corpus } = await given()
    await nameLabels(actor, { corpus, changes: [{ label: 'per', name: { zh: '人物' } }] })
    const fix: Fix = { kind: 'relabel', from: ['human', 'per'], to: 'person', part: 'label' }
    const { number } = await orderFix(actor, { corpus, fix })
    await work(actor, corpus, number)
    expect(await namesOf(actor, corpus)).toEqual({ person: { zh: '人物' } })
    const undone = await undoFix(actor, { corpus, number })
    await work(actor, corpus, undone.number)
    expect(await namesOf(actor, corpus)).toEqual({ per: { zh: '人物' } })
  })
})
