import { expect, test } from 'vitest'
import { draftFormats } from '@/lib/artifacts/draft-formats'
import { draftFormatsHandler } from '@/lib/artifacts/draft-formats.job'
import { readEvidence } from '@/lib/artifacts/queries'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { editDraft } from '@/prisma/factories/reviews'

const SENTENCES = ['The [Grey Petrel|vessel] left [Wickholm|place] .', 'Nothing sails .']

/** Orders drafts for two carriers and does the work, as a worker would. */
async function draft(actor: ProjectActor, again: 'never' | 'all' = 'never') {
  const carriers = ['csv' as const, 'tuples' as const]
  const { jobId } = await draftFormats(actor, { carriers, again })
  const context = makeJobContext(actor, { runId: jobId })
  const result = await draftFormatsHandler.run({ projectId: actor.project.id, carriers, again }, context)
  await db.jobRun.update({ where: { id: jobId }, data: { state: 'done' } })
  return { result, context }
}

test('format drafts wait in the queue, of no corpus, with what their trial measured', async () => {
  const actor = await makeProject()
  await makeCorpus(actor, { sentences: SENTENCES })
  const { result } = await draft(actor)
  expect(result).toEqual({ drafted: 9, unchanged: 0, left: 0, failed: 0 })
  const { items } = await leaseDrafts(actor, { count: 10 })
  expect(items).toHaveLength(9)
  expect(items[0]).toMatchObject({ corpus: null, version: { kind: 'format', content: { carrier: 'csv' } } })
  expect(await readEvidence(actor, { version: items[0]!.version.id })).toMatchObject({
    kind: 'format',
    evidence: { tried: 2, forms: [{ form: 'ner', tried: 2, carried: 2, same: 2 }], failed: [] },
  })
})

test('drafting again leaves alone what waits, and says so where the words would be the same', async () => {
  const actor = await makeProject()
  await makeCorpus(actor, { sentences: SENTENCES })
  await draft(actor)
  expect((await draft(actor)).result).toMatchObject({ drafted: 0, left: 9 })
  expect((await draft(actor, 'all')).result).toMatchObject({ drafted: 0, unchanged: 9 })
})

test('formats are not drafted before there is a corpus to try them on, nor twice at once', async () => {
  const actor = await makeProject()
  await expect(draftFormats(actor, {})).rejects.toMatchObject({ details: { reason: 'no-corpus-to-try' } })
  await makeCorpus(actor, { sentences: SENTENCES })
  await draftFormats(actor, {})
  await expect(draftFormats(actor, {})).rejects.toMatchObject({
    details: { reason: 'already-drafting-formats' },
  })
})

test('an edited format is tried anew: what does not fit is refused, what does keeps what was measured', async () => {
  const actor = await makeProject()
  await makeCorpus(actor, { sentences: SENTENCES })
  await draft(actor)
  const { items } = await leaseDrafts(actor, { count: 1 })
  const { version } = items[0]!
  if (version.kind !== 'format') throw new Error('not a format')
  const { content } = version
  const edit = (change: object) => editDraft(actor, version, { ...content, ...change })
  await expect(edit({ carrier: 'yaml' })).rejects.toMatchObject({ details: { reason: 'format-fixed' } })
  await expect(edit({ ask: { ...content.ask, en: ['{nothing}'] } })).rejects.toMatchObject({
    details: { reason: 'format-faulty', issues: [{ path: 'body.content.ask.en.0' }] },
  })
  await expect(edit({ name: '' })).rejects.toMatchObject({ details: { reason: 'invalid-input' } })
  const decision = await edit({
    name: 'Comma-separated',
    parameters: { ...content.parameters, quoting: 'always' },
  })
  expect(decision.verdict).toBe('edit')
  const evidence = await db.evidence.findUnique({ where: { versionId: decision.resultVersionId! } })
  expect(evidence?.content).toMatchObject({ tried: 2 })
})
