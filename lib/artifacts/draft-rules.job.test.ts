import { describe, expect, test } from 'vitest'
import { draftRules } from '@/lib/artifacts/draft-rules'
import { draftRulesHandler } from '@/lib/artifacts/draft-rules.job'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { ruleEvidenceSchema } from '@/lib/artifacts/kinds/rule/evidence'
import type { Again } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'

const names = ['Greens', 'Labour Party', 'Harbour Party', 'Ferry Party', 'Wick List', 'Ostrey List']
const sentences = names.map((name) => `Nobody but the [${name}|party] voted in [Wick|place] .`)

const orderedIn = async (actor: ProjectActor, corpus: string, again: Again = 'never') => {
  const { jobId } = await draftRules(actor, { corpus, again })
  return { jobId, payload: { corpusId: corpus, again } }
}

async function draftAll(actor: ProjectActor, corpus: string, again: Again = 'never') {
  const { jobId, payload } = await orderedIn(actor, corpus, again)
  const context = makeJobContext(actor, { runId: jobId })
  const result = await draftRulesHandler.run(payload, context)
  await db.jobRun.update({ where: { id: jobId }, data: { state: 'done' } })
  return { jobId, result, context }
}

const versionsOf = (corpusId: string) =>
  db.version.findMany({
    where: { artifact: { corpusId, kind: 'rule' } },
    include: { artifact: true, draft: true, evidence: true },
    orderBy: [{ artifact: { key: 'asc' } }, { number: 'asc' }],
  })

describe('drafting rules of a corpus', () => {
  test('proposes what the gold suggests, with evidence, in the queue, and an audit row that names who asked', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const { result, jobId, context } = await draftAll(actor, corpus.id)
    expect(result).toEqual({ drafted: 1, unchanged: 0, left: 0 })
    const [version] = await versionsOf(corpus.id)
    const content = ruleContentSchema.parse(version!.content)
    expect(content).toMatchObject({
      taskForm: 'ner',
      scope: { labels: ['party'] },
      transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['the'] } },
      exceptions: [],
    })
    expect(version).toMatchObject({ number: 1, authorKind: 'miner', authorId: 'rule-miner/1' })
    expect(version!.artifact).toMatchObject({ kind: 'rule', corpusId: corpus.id, taskForm: 'ner' })
    expect(version!.contentHash).toBe(contentHash(content))
    expect(version!.draft?.state).toBe('waiting')
    const evidence = ruleEvidenceSchema.parse(version!.evidence?.content)
    expect(evidence).toMatchObject({
      corpus: { id: corpus.id },
      figures: { instances: 6, answers: 12, touched: 6, changed: 6 },
    })
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: version!.id } })
    expect(entry).toMatchObject({ actorKind: 'system', action: 'rule.drafted' })
    expect(entry?.data).toMatchObject({ startedBy: actor.id, jobId, label: version!.artifact.key })
    const { key } = version!.artifact
    expect(context.notes).toEqual([{ key: 'ruleDrafted', params: { rule: key, touched: 6, instances: 6 } }])
  })

  test('leaves alone what waits, says nothing twice, and goes on where it stopped', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const { jobId, payload } = await orderedIn(actor, corpus.id)
    const context = makeJobContext(actor, { runId: jobId })
    await draftRulesHandler.run(payload, context)
    expect(await draftRulesHandler.run(payload, context)).toEqual({ drafted: 1, unchanged: 0, left: 0 })
    await db.jobRun.update({ where: { id: jobId }, data: { state: 'done' } })
    expect((await draftAll(actor, corpus.id)).result).toEqual({ drafted: 0, unchanged: 0, left: 1 })
    expect((await draftAll(actor, corpus.id, 'all')).result).toEqual({ drafted: 0, unchanged: 1, left: 0 })
    const [version] = await versionsOf(corpus.id)
    await db.draft.update({ where: { versionId: version!.id }, data: { state: 'rejected' } })
    const again = await draftAll(actor, corpus.id, 'rejected')
    expect(again.result).toEqual({ drafted: 1, unchanged: 0, left: 0 })
    expect((await versionsOf(corpus.id)).map(({ number }) => number)).toEqual([1, 2])
  })
})

describe('ordering rule drafts', () => {
  const reason = (given: string) =>
    expect.objectContaining({ details: expect.objectContaining({ reason: given }) })

  test('is refused to annotators, for foreign or unfinished corpora, general instructions, and while a job is open', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const given = { corpus: corpus.id }
    const annotator = await joinProject(actor.project.slug)
    await expect(draftRules(annotator, given)).rejects.toEqual(reason('role-needed'))
    await expect(draftRules(await makeProject(), given)).rejects.toEqual(reason('corpus-unknown'))
    await draftRules(actor, given)
    await expect(draftRules(actor, given)).rejects.toEqual(reason('already-drafting-rules'))
    await db.corpus.update({ where: { id: corpus.id }, data: { taskForm: 'general' } })
    await expect(draftRules(actor, given)).rejects.toEqual(reason('no-rules-for-form'))
    await db.corpus.update({ where: { id: corpus.id }, data: { state: 'importing' } })
    await expect(draftRules(actor, given)).rejects.toEqual(reason('corpus-not-ready'))
  })

  test('leaves the job, its payload and an audit row', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const { jobId } = await draftRules(actor, { corpus: corpus.id })
    const run = await db.jobRun.findUniqueOrThrow({ where: { id: jobId } })
    expect(run).toMatchObject({ kind: 'draft-rules', subjectId: corpus.id, state: 'queued' })
    const where = { subjectId: corpus.id, action: 'rules.ordered' }
    expect(await db.auditEntry.findFirst({ where })).toMatchObject({
      actorId: actor.id,
      data: { jobId, again: 'never' },
    })
  })
})
