import { describe, expect, it } from 'vitest'
import { chooseConfusions } from '@/lib/corpora/choose-confusions'
import { listConfusions } from '@/lib/corpora/queries'
import { db } from '@/lib/platform/db'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'

const sentences = [
  'The [Grey Petrel|vessel] left [Ostrey|place].',
  '[Ostrey|person] met the crew of the [Grey Petrel|vessel].',
  'The [North Quay|quay side] and the [North Quay|quay side east] are one.',
]

async function tableOf(actor: Awaited<ReturnType<typeof makeProject>>, corpus: string) {
  const { items } = await listConfusions(actor, { corpus })
  return Object.fromEntries(items.map(({ label, others }) => [label, others]))
}

describe('labels that are taken for each other', () => {
  it('are mined from words that carry both, and from names that are alike', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    expect(await tableOf(actor, id)).toMatchObject({
      place: [{ label: 'person', count: 1 }],
      person: [{ label: 'place', count: 1 }],
      vessel: [],
      'quay side': [{ label: 'quay side east', count: 1 }],
    })
  })

  it('can be changed by a lead, whose name the log keeps, and the rest goes on following the gold', async () => {
    const actor = await makeProject()
    const { id: corpus } = await makeCorpus(actor, { sentences })
    await chooseConfusions(actor, { corpus, label: 'vessel', others: ['place'] })
    expect(await chooseConfusions(actor, { corpus, label: 'place', others: [] })).toEqual({
      label: 'place',
      others: [],
    })
    expect(await tableOf(actor, corpus)).toMatchObject({
      vessel: [{ label: 'place', count: null }],
      place: [],
      person: [{ label: 'place', count: 1 }],
    })
    const logged = await db.auditEntry.findMany({ where: { subjectId: corpus } })
    expect(logged.map(({ action, actorId }) => [action, actorId])).toContainEqual([
      'corpus.confusions-chosen',
      actor.id,
    ])
  })

  it('are labels of the corpus', async () => {
    const actor = await makeProject()
    const { id: corpus } = await makeCorpus(actor, { sentences })
    await expect(
      chooseConfusions(actor, { corpus, label: 'place', others: ['nowhere'] }),
    ).rejects.toMatchObject({
      details: { reason: 'label-unknown', params: { label: 'nowhere' } },
    })
  })
})
