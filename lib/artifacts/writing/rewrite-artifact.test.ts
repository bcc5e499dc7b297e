import { expect, test } from 'vitest'
import { rewriteArtifact } from '@/lib/artifacts/writing/rewrite-artifact'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { retireArtifact } from '@/lib/library/retire-artifact'
import { readStale } from '@/lib/lineage/queries'
import { db } from '@/lib/platform/db'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft } from '@/prisma/factories/reviews'

const rule = {
  taskForm: 'ner' as const,
  scope: { labels: ['vessel'] },
  statement: { en: 'Begin ships with their article.', zh: '船名从冠词开始。' },
  paraphrases: { en: [], zh: [] },
  transform: { name: 'leading-determiner' as const, parameters: { mode: 'include', words: ['the'] } },
  exceptions: [],
  note: '',
}
const changed = { ...rule, statement: { ...rule.statement, en: 'A ship is named with its article.' } }

async function approvedRule() {
  const actor = await makeProject()
  const sentences = ['The [Petrel|vessel] lay in [Wickholm|place] .', 'A [Tern|vessel] sails .']
  const { id: corpus } = await makeCorpus(actor, { sentences })
  const { versionId, artifactId } = await writeRule(actor, { corpus, rule })
  const approve = async (id: string) =>
    approveDraft(actor, await db.version.findUniqueOrThrow({ where: { id } }))
  await approve(versionId)
  await cutRelease(actor, {})
  return { actor, artifact: artifactId, first: versionId, approve }
}

test('a rule gets its next version, which makes the release before it stale once it is approved', async () => {
  const { actor, artifact, first, approve } = await approvedRule()
  const next = await rewriteArtifact(actor, { artifact, content: changed })
  expect(next.artifactId).toBe(artifact)
  expect(await db.version.findUnique({ where: { id: next.versionId } })).toMatchObject({
    ...{ number: 2, parentId: first, authorKind: 'person' },
    content: changed,
  })
  expect((await readStale(actor)).items).toEqual([])
  await expect(rewriteArtifact(actor, { artifact, content: rule })).rejects.toMatchObject({
    details: { reason: 'draft-waits' },
  })
  await approve(next.versionId)
  const stale = await readStale(actor)
  expect(stale.items).toMatchObject([{ why: 'changed', versionNumber: 1, newerNumber: 2 }])
  expect(stale.releases).toMatchObject([{ number: 1, of: 1 }])
})

test('is refused where it changes nothing, is about something else, is no content, or is not theirs to change', async () => {
  const { actor, artifact } = await approvedRule()
  const reason = (content: Record<string, unknown>, by = actor) =>
    rewriteArtifact(by, { artifact, content }).then(
      () => 'done',
      (error) => error.details.reason,
    )
  expect(await reason(rule)).toBe('rewritten-same')
  expect(await reason({ ...changed, taskForm: 're' })).toBe('rewritten-otherwise')
  expect(await reason({ ...changed, statement: 'x' })).toBe('invalid-input')
  const words = { ...rule.transform, parameters: { mode: 'include', words: [] } }
  expect(await reason({ ...changed, transform: words })).toBe('rule-faulty')
  expect(await reason(changed, await makeProject())).toBe('artifact-unknown')
  expect(await reason(changed, await joinProject(actor.project.slug))).toBe('role-needed')
  await retireArtifact(actor, { artifact, reason: 'x' })
  expect(await reason(changed)).toBe('artifact-retired')
})
