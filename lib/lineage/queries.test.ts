import { describe, expect, it } from 'vitest'
import { restoreArtifact } from '@/lib/library/restore-artifact'
import { retireArtifact } from '@/lib/library/retire-artifact'
import { readLineage, readStale } from '@/lib/lineage/queries'
import { db } from '@/lib/platform/db'
import { composedRun } from '@/prisma/factories/audits'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { makeRelease } from '@/prisma/factories/synthesis'

/** A run of two guidelines, and an export of it. */
async function built() {
  const { actor, corpus, release, run } = await composedRun()
  const exported = await db.export.create({
    data: {
      projectId: actor.project.id,
      runId: run.id,
      format: 'alpaca',
      state: 'done',
      createdById: actor.id,
    },
  })
  const artifact = await db.artifact.findFirstOrThrow({ where: { corpusId: corpus.id, key: 'vessel' } })
  const version = await db.version.findFirstOrThrow({ where: { artifactId: artifact.id } })
  return { actor, corpus, release, run, exported, artifact, version }
}

describe('what is stale', () => {
  it('is nothing while every version stands', async () => {
    const { actor } = await built()
    expect(await readStale(actor)).toEqual({ items: [], releases: [], runs: [], exports: [] })
  })

  it('is every release, run and export that holds a retired artifact, with counts, until it is restored', async () => {
    const { actor, run, exported, artifact, version } = await built()
    await retireArtifact(actor, { artifact: artifact.id, reason: 'Split in two.' })
    const use = await db.runUse.findFirstOrThrow({ where: { runId: run.id, versionId: version.id } })
    const { instructionCount } = await db.run.findUniqueOrThrow({ where: { id: run.id } })
    const stale = await readStale(actor)
    expect(stale.items).toMatchObject([
      { key: 'vessel', why: 'retired', versionNumber: 1, newerNumber: null },
    ])
    expect(stale.releases).toEqual([{ number: 1, name: 'First', items: 1, versions: [version.id], of: 2 }])
    const place = { versions: [version.id], of: instructionCount, records: use.records }
    expect(use.records).toBeGreaterThan(0)
    expect(stale.runs).toEqual([{ number: 1, releaseNumber: 1, ...place }])
    expect(stale.exports).toEqual([{ id: exported.id, format: 'alpaca', runNumber: 1, ...place }])
    await restoreArtifact(actor, { artifact: artifact.id })
    expect((await readStale(actor)).items).toEqual([])
  })

  it('is of an export what its manifest says, where it holds fewer records than its run, and nothing where it holds none', async () => {
    const { actor, run, exported, artifact, version } = await built()
    const manifestOf = (versionId: string) => ({ records: 5, versions: [{ versionId, instructions: 3 }] })
    const { projectId, runId, createdById } = exported
    const kept = { projectId, runId, createdById, format: 'trl-preference', state: 'done' }
    const other = await db.export.create({ data: { ...kept, manifest: manifestOf(run.id) } })
    await db.export.update({ where: { id: exported.id }, data: { manifest: manifestOf(version.id) } })
    await retireArtifact(actor, { artifact: artifact.id, reason: 'x' })
    const { exports } = await readStale(actor)
    expect(exports).toMatchObject([{ id: exported.id, records: 3, of: 5, versions: [version.id] }])
    expect(exports.map(({ id }) => id)).not.toContain(other.id)
  })

  it('is what holds an older version than the library', async () => {
    const { actor, corpus } = await built()
    await makeRelease(actor, [{ corpusId: corpus.id, label: 'vessel', definition: 'Another.' }])
    const { items, releases } = await readStale(actor)
    expect(items).toMatchObject([{ key: 'vessel', why: 'changed', versionNumber: 1, newerNumber: 2 }])
    expect(releases.map(({ number }) => number)).toEqual([1])
  })

  it('can be asked of one artifact beforehand, and of no other project', async () => {
    const { actor, artifact } = await built()
    const before = await readStale(actor, { artifact: artifact.id })
    expect(before.items).toMatchObject([{ key: 'vessel', why: null }])
    expect(before.runs).toHaveLength(1)
    const stranger = await makeProject()
    expect((await readStale(stranger, { artifact: artifact.id })).items).toEqual([])
    const asked = { artifact: artifact.id, reason: 'x' }
    await expect(retireArtifact(stranger, asked)).rejects.toMatchObject({ code: 'not_found' })
    const annotator = await joinProject(actor.project.slug)
    await expect(retireArtifact(annotator, asked)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the lineage of a record', () => {
  it('names its instance, the versions it shows, who decided them, and whether they stand', async () => {
    const { actor, corpus, artifact, version } = await built()
    const asked = { corpus: corpus.id, ordinal: 3, versions: [version.id] }
    const lineage = await readLineage(actor, asked)
    expect(lineage.instance).toMatchObject({ ordinal: 3, spans: [{ label: 'vessel' }, { label: 'place' }] })
    expect(lineage.versions).toMatchObject([
      { version: { id: version.id, number: 1 }, decisions: [{ reviewer: actor.name }], stale: false },
    ])
    await retireArtifact(actor, { artifact: artifact.id, reason: 'x' })
    expect((await readLineage(actor, asked)).versions).toMatchObject([{ stale: true }])
    const foreign = await readLineage(await makeProject(), asked)
    expect(foreign).toEqual({ corpus: null, instance: null, versions: [] })
  })
})
