import { expect, test } from 'vitest'
import { readEvidence } from '@/lib/artifacts/queries'
import { readApplication } from '@/lib/artifacts/read-application'
import { writeApplication } from '@/lib/artifacts/write-application'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { readRelease, releasedContents } from '@/lib/library/releases/queries'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'
import { approveDraft } from '@/prisma/factories/reviews'

const rule = {
  taskForm: 'ner' as const,
  scope: { labels: ['vessel'] },
  statement: { en: 'Ships that only lie in harbour are no vessels.', zh: '只停在港里的船不算。' },
  paraphrases: { en: [], zh: [] },
  transform: null,
  exceptions: [],
  note: '',
}

async function makeAnnotatedRule() {
  const actor = await makeProject()
  const { id: corpus } = await makeCorpus(actor, {
    sentences: ['The [Petrel|vessel] lay in [Wickholm|place] .', 'The [Tern|vessel] sails .'],
  })
  const { versionId: version } = await writeRule(actor, { corpus, rule })
  return { actor, corpus, version }
}

const place = { start: 18, end: 26, label: 'place' }

test('an answer that a person wrote waits beside the gold that it takes the place of', async () => {
  const { actor, version } = await makeAnnotatedRule()
  const { versionId } = await writeApplication(actor, { version, ordinal: 1, gold: { spans: [place] } })
  const { items } = await leaseDrafts(actor, { versionId, count: 1 })
  expect(items[0]?.version).toMatchObject({
    kind: 'application',
    content: { ruleVersionId: version, ordinal: 1, changed: [{ before: 'Petrel', after: '' }] },
  })
  expect(await readEvidence(actor, { version: versionId })).toMatchObject({
    kind: 'application',
    evidence: { rule: { statement: rule.statement }, instance: { ordinal: 1 } },
  })
  expect((await readApplication(actor, { version: versionId })).changes).toMatchObject([
    { label: 'vessel', before: [{ item: 'Petrel' }], after: [] },
  ])
})

test('it is refused when it does not fit the text, or changes what the rule does not speak about', async () => {
  const { actor, version } = await makeAnnotatedRule()
  const write = (gold: unknown, ordinal = 1) => writeApplication(actor, { version, ordinal, gold })
  const faulty = { details: { reason: 'application-faulty' } }
  await expect(write({ spans: [{ ...place, end: 900 }] })).rejects.toMatchObject(faulty)
  await expect(write({ nothing: true })).rejects.toMatchObject(faulty)
  await expect(write({ spans: [{ start: 4, end: 10, label: 'vessel' }] })).rejects.toMatchObject({
    details: { reason: 'application-faulty', issues: [{ message: 'out-of-scope' }] },
  })
  await expect(write({ spans: [place] }, 77)).rejects.toMatchObject({
    details: { reason: 'instance-unknown' },
  })
})

test('a release freezes the rule and each of its approved answers', async () => {
  const { actor, version } = await makeAnnotatedRule()
  const { versionId } = await writeApplication(actor, { version, ordinal: 1, gold: { spans: [place] } })
  await writeApplication(actor, { version, ordinal: 2, gold: { spans: [] } })
  const { items } = await leaseDrafts(actor, { count: 10 })
  for (const { version: draft } of items.filter(
    ({ version: one }) => one.kind === 'rule' || one.id === versionId,
  ))
    await approveDraft(actor, draft)
  const { number, id } = await cutRelease(actor, {})
  const release = await readRelease(actor, { number })
  expect(release.items.map(({ kind }) => kind).sort()).toEqual(['application', 'rule'])
  expect(await releasedContents(id, 'application')).toMatchObject([
    { versionId, content: { ordinal: 1, ruleVersionId: version } },
  ])
  expect(await releasedContents(id, 'format')).toEqual([])
})
