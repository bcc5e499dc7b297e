import { expect, test } from 'vitest'
import { readEvidence } from '@/lib/artifacts/queries'
import { previewRule } from '@/lib/artifacts/writing/preview-rule'
import { readWritingGround } from '@/lib/artifacts/writing/queries'
import { writeFormat } from '@/lib/artifacts/writing/write-format'
import { writeGuideline } from '@/lib/artifacts/writing/write-guideline'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { db } from '@/lib/platform/db'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft } from '@/prisma/factories/reviews'

const SENTENCES = ['The [Petrel|vessel] lay in [Wickholm|place] .', 'A [Tern|vessel] sails .', 'The end .']

async function makeHarbour() {
  const actor = await makeProject()
  const { id: corpus } = await makeCorpus(actor, { sentences: SENTENCES })
  return { actor, corpus }
}

const determiner = {
  name: 'leading-determiner' as const,
  parameters: { mode: 'include', words: ['the', 'a'] },
}
const rule = {
  taskForm: 'ner' as const,
  scope: { labels: ['vessel'] },
  statement: { en: 'Begin ships with their article.', zh: '船名从冠词开始。' },
  paraphrases: { en: [], zh: [] },
  transform: determiner,
  exceptions: [],
  note: '',
}
const guideline = {
  label: 'vessel',
  language: 'en' as const,
  definition: 'A named ship.',
  includes: ['boats'],
  excludes: [],
  questions: [],
  typical: ['Petrel'],
  positives: [],
  negatives: [],
  paraphrases: { en: [], zh: [] },
}

test('says before a rule is written what it would say, and how many instances and answers it would change', async () => {
  const { actor, corpus } = await makeHarbour()
  const preview = await previewRule(actor, { corpus, rule: { scope: rule.scope, transform: determiner } })
  expect(preview).toMatchObject({
    ...{ looked: 3, instances: 3, concerned: 2, touched: 2, changed: 2, answers: 3 },
    statements: { en: [expect.stringContaining('“the” or “a”'), expect.anything(), expect.anything()] },
  })
  expect(preview.samples.map(({ ordinal }) => ordinal).toSorted()).toEqual([1, 2])
  expect(preview.samples.find(({ ordinal }) => ordinal === 1)!.changes).toMatchObject([
    { label: 'vessel', before: [{ item: 'Petrel' }], after: [{ item: 'The Petrel' }] },
  ])
  expect(await db.artifact.count({ where: { corpusId: corpus } })).toBe(0)
  const faulty = {
    scope: rule.scope,
    transform: { ...determiner, parameters: { mode: 'include', words: [] } },
  }
  await expect(previewRule(actor, { corpus, rule: faulty })).rejects.toMatchObject({
    details: { issues: [{ path: 'body.transform.parameters.words' }] },
  })
  const unfit = { scope: rule.scope, transform: { name: 'full-sentence' as const, parameters: {} } }
  await expect(previewRule(actor, { corpus, rule: unfit })).rejects.toMatchObject({
    details: { reason: 'transform-unfit' },
  })
})

test('offers what a corpus has: its labels, those without a guideline, and its transforms with words to begin with', async () => {
  const { actor, corpus } = await makeHarbour()
  await writeGuideline(actor, { corpus, guideline })
  const ground = await readWritingGround(actor, { corpus })
  expect(ground).toMatchObject({
    taskForm: 'ner',
    labels: ['vessel', 'place'],
    guided: ['vessel'],
    canHaveGuidelines: true,
  })
  const names = ground.transforms.map(({ name }) => name)
  expect(names).toContain('tie-break')
  expect(names).not.toContain('full-sentence')
  expect(ground.transforms.find(({ name }) => name === 'leading-determiner')).toMatchObject({
    parameters: { words: ['the', 'a', 'an'] },
    parameterSchema: { properties: { mode: { enum: ['include', 'drop'] } } },
  })
})

test('a rule that a person wrote waits in the queue with what it changes, for leads alone to write', async () => {
  const { actor, corpus } = await makeHarbour()
  const { versionId } = await writeRule(actor, { corpus, rule })
  const { items } = await leaseDrafts(actor, { versionId, count: 1 })
  expect(items[0]?.version).toMatchObject({ kind: 'rule', authorKind: 'person', content: rule })
  expect(await readEvidence(actor, { version: versionId })).toMatchObject({
    evidence: { figures: { touched: 2, changed: 2 } },
  })
  const annotator = await joinProject(actor.project.slug)
  await expect(writeRule(annotator, { corpus, rule })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(writeRule(actor, { corpus, rule: { ...rule, taskForm: 're' } })).rejects.toMatchObject({
    details: { reason: 'rule-faulty' },
  })
})

test('a guideline that a person wrote follows an approved one, and never takes the place of one that waits', async () => {
  const { actor, corpus } = await makeHarbour()
  const first = await writeGuideline(actor, { corpus, guideline })
  const again = () => writeGuideline(actor, { corpus, guideline: { ...guideline, definition: 'Any ship.' } })
  await expect(again()).rejects.toMatchObject({ details: { reason: 'draft-waits' } })
  const { items } = await leaseDrafts(actor, { versionId: first.versionId, count: 1 })
  await approveDraft(actor, { id: first.versionId, contentHash: items[0]!.version.contentHash } as never)
  const second = await again()
  expect(second.artifactId).toBe(first.artifactId)
  expect(await db.version.findUnique({ where: { id: second.versionId } })).toMatchObject({
    number: 2,
    parentId: first.versionId,
  })
  await expect(
    writeGuideline(actor, { corpus, guideline: { ...guideline, label: 'ghost' } }),
  ).rejects.toMatchObject({ details: { reason: 'label-unknown' } })
})

test('a format that a person wrote is tried on real answers, and refused where a slot stays empty', async () => {
  const { actor } = await makeHarbour()
  const sentences = { en: ['Answer in YAML, {items} by {group}.'], zh: ['以 YAML 按{group}给出{items}。'] }
  const format = {
    name: 'Plain YAML',
    carrier: 'yaml' as const,
    parameters: {},
    taskForms: [],
    ask: sentences,
    askRecords: {
      en: ['Answer in YAML, {items} with {fields} by {group}.'],
      zh: ['以 YAML 按{group}给出{items}，含{fields}。'],
    },
  }
  const { versionId } = await writeFormat(actor, { format })
  expect(await readEvidence(actor, { version: versionId })).toMatchObject({ kind: 'format' })
  await expect(
    writeFormat(actor, {
      format: { ...format, name: 'Other', ask: { ...sentences, en: ['Give {things}.'] } },
    }),
  ).rejects.toMatchObject({ details: { reason: 'format-faulty' } })
})
