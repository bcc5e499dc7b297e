import { expect, test } from 'vitest'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { sampleApplications } from '@/lib/artifacts/sample-applications'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'

const SENTENCES = [
  'We saw the [Petrel|vessel] today .',
  'Off [Wickholm|place] sank the [Tern|vessel] and the [Gull|vessel] .',
  '[Osprey|vessel] is fast .',
  'The harbour slept .',
]

const includeThe: RuleContent = {
  taskForm: 'ner',
  scope: { labels: ['vessel'] },
  statement: { en: 'Take “the” in.', zh: '包括“the”。' },
  paraphrases: { en: [], zh: [] },
  transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['the'] } },
  exceptions: [],
  note: '',
}

async function makeRule(actor: ProjectActor, given: Partial<RuleContent> = {}): Promise<string> {
  const { id: corpusId } = await makeCorpus(actor, { sentences: SENTENCES })
  const { id } = await db.$transaction(async (tx) => {
    const identity = { projectId: actor.project.id, kind: 'rule', corpusId, key: 'leading-determiner' }
    const artifact = await tx.artifact.create({ data: { ...identity, taskForm: 'ner' } })
    const author = { kind: 'miner' as const, id: 'corpus-miner/2' }
    return proposeVersion(tx, author, { artifact, content: { ...includeThe, ...given } })
  })
  return id
}

const ask = { order: 'random' as const, seed: 0, count: 20 }
const ordinals = ({ items }: Awaited<ReturnType<typeof sampleApplications>>) =>
  items.map(({ ordinal }) => ordinal).sort()

test('a sample holds the instances that the rule changes, with what goes and what comes', async () => {
  const actor = await makeProject()
  const version = await makeRule(actor)
  const sample = await sampleApplications(actor, { version, ...ask })
  expect(ordinals(sample)).toEqual([1, 2])
  const { changes, text } = sample.items.find(({ ordinal }) => ordinal === 1)!
  expect(text.slice(7, 17)).toBe('the Petrel')
  expect(changes).toEqual([
    {
      label: 'vessel',
      before: [{ item: 'Petrel', place: [{ start: 11, end: 17 }] }],
      after: [{ item: 'the Petrel', place: [{ start: 7, end: 17 }] }],
    },
  ])
  expect(sample).toMatchObject({ parameterSchema: { type: 'object' }, views: [] })
})

test('the same seed gives the same applications, the hardest begin with the most changes', async () => {
  const actor = await makeProject()
  const version = await makeRule(actor)
  const again = () => sampleApplications(actor, { version, ...ask, seed: 5 })
  expect(await again()).toEqual(await again())
  const hardest = await sampleApplications(actor, { version, ...ask, order: 'hardest', count: 1 })
  expect(ordinals(hardest)).toEqual([2])
})

test('an exception is no application, and other parameters can be tried before they are saved', async () => {
  const actor = await makeProject()
  const version = await makeRule(actor, { exceptions: [{ ordinal: 1, reason: 'A poem' }] })
  expect(ordinals(await sampleApplications(actor, { version, ...ask }))).toEqual([2])
  const rule = { scope: { labels: ['place'] }, transform: includeThe.transform }
  expect((await sampleApplications(actor, { version, ...ask, rule })).items).toEqual([])
  const odd = { ...rule, transform: { ...includeThe.transform!, parameters: { mode: 'sideways' } } }
  await expect(sampleApplications(actor, { version, ...ask, rule: odd })).rejects.toMatchObject({
    details: { reason: 'invalid-input' },
  })
})

test('a rule without a transform has no applications of its own, and one of another project is not found', async () => {
  const actor = await makeProject()
  const version = await makeRule(actor, { transform: null })
  expect(await sampleApplications(actor, { version, ...ask })).toEqual({
    parameterSchema: null,
    views: [],
    items: [],
    looked: 0,
  })
  const stranger = await makeProject()
  await expect(sampleApplications(stranger, { version, ...ask })).rejects.toMatchObject({
    details: { reason: 'version-unknown' },
  })
})
