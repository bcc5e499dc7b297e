import { expect, it } from 'vitest'
import { holdOutCorpus } from '@/lib/corpora/hold-out-corpus'
import { db } from '@/lib/platform/db'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'

it('holds a corpus out and lets it in again, each written down once', async () => {
  const actor = await makeProject()
  const { id: corpus } = await makeCorpus(actor, { sentences: ['A [Petrel|vessel].'] })
  expect(await holdOutCorpus(actor, { corpus, heldOut: true })).toMatchObject({ heldOut: true })
  expect(await holdOutCorpus(actor, { corpus, heldOut: true })).toMatchObject({ heldOut: true })
  expect(await holdOutCorpus(actor, { corpus, heldOut: false })).toMatchObject({ heldOut: false })
  const entries = await db.auditEntry.findMany({ where: { subjectId: corpus }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action }) => action)).toEqual(['corpus.held-out', 'corpus.let-in'])
})

it('is for leads of the project', async () => {
  const actor = await makeProject()
  const { id: corpus } = await makeCorpus(actor, { sentences: ['A [Petrel|vessel].'] })
  const annotator = await joinProject(actor.project.slug)
  const asked = { corpus, heldOut: true }
  await expect(holdOutCorpus(annotator, asked)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(holdOutCorpus(await makeProject(), asked)).rejects.toMatchObject({ code: 'not_found' })
})
