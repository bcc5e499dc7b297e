import { expect, test } from 'vitest'
import type { ApplicationContent } from '@/lib/artifacts/kinds/application/content'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { listAgreementItems } from '@/lib/evaluation/agreement/list-agreement-items'
import { readAgreement } from '@/lib/evaluation/agreement/queries'
import { readSpanAgreement } from '@/lib/evaluation/agreement/read-span-agreement'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { Verdict } from '@/lib/reviews/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { rate } from '@/prisma/factories/ratings'
import { queueDrafts } from '@/prisma/factories/reviews'

type Rating = Exclude<Verdict, 'undo'>

/** A lead with reviewers, and a draft for each line: what each of them said, by a letter; a dot for nothing. */
async function rated(lines: string[], reviewers = 2) {
  const lead = await makeProject()
  const people: ProjectActor[] = []
  for (let i = 0; i < reviewers; i++) people.push(await joinProject(lead.project.slug))
  const drafts = await queueDrafts(lead, { count: lines.length })
  const verdictOf: Record<string, Rating> = { a: 'approve', e: 'edit', r: 'reject', s: 'skip' }
  for (const [at, line] of lines.entries())
    for (const [who, letter] of [...line].entries())
      if (letter !== '.') await rate(people[who]!, drafts[at]!, { verdict: verdictOf[letter]! })
  await db.draft.updateMany({ where: { projectId: lead.project.id }, data: { state: 'approved' } })
  return { lead, people, drafts }
}

test('two people’s agreement is counted from what both decided', async () => {
  const { lead, people } = await rated(['aa', 'aa', 'aa', 'ar', 'rr', 'er', 'a.', 'sa'])
  const [a, b] = people as [ProjectActor, ProjectActor]
  const found = await readAgreement(lead, { a: a.id, b: b.id })
  expect(found).toMatchObject({ units: 6, ratings: 12, percent: { value: 4 / 6 }, pairCount: 1 })
  expect(found.pairs).toMatchObject([
    {
      a: { name: a.name },
      b: { name: b.name },
      table: [
        [3, 0, 1],
        [0, 0, 1],
        [0, 0, 1],
      ],
    },
  ])
  // p_o 4/6; by chance: approve 4/6 * 3/6, edit 1/6 * 0, reject 1/6 * 3/6
  expect(found.pairs[0]!.kappa.value).toBeCloseTo((4 / 6 - 15 / 36) / (1 - 15 / 36), 12)
  expect(found.coincidences.flat().reduce((sum, pairs) => sum + pairs, 0)).toBe(12)
  const turned = await readAgreement(lead, { a: b.id, b: a.id })
  expect(turned.pairs[0]).toMatchObject({ a: { id: b.id }, table: [[3, 0, 0], [0, 0, 0], [1, 1, 1]] }) // biome-ignore format: a table
})

test('many people’s agreement is Fleiss and Krippendorff over what any two decided', async () => {
  const { lead, people } = await rated(['aaa', 'aar', 'rrr', 'a.r', '.aa', 'e..'], 3)
  const found = await readAgreement(lead, {})
  expect(found).toMatchObject({ units: 5, ratings: 13, fleiss: { raters: 3, units: 3 }, pairCount: 3 })
  expect(found.percent.value).toBeCloseTo((1 + 1 / 3 + 1 + 0 + 1) / 5, 12)
  // n = 13, approvals 8, rejections 5; unlike pairs 2 of the second draft (weight 1/2: 4 * 1/2) and 2 of the fourth
  expect(found.alpha.nominal!.value).toBeCloseTo(1 - (12 * 2) / (8 * 5), 12)
  for (const level of ['ordinal', 'interval', 'ratio'] as const)
    expect(found.alpha[level]!.value).toBeCloseTo(found.alpha.nominal!.value!, 12) // of two values all are alike
  const ofOne = await readAgreement(lead, { a: people[0]!.id })
  expect(ofOne.pairs.map(({ a, units }) => [a!.id, units])).toEqual([
    [people[0]!.id, 4],
    [people[0]!.id, 3],
  ])
})

test('says why there is no number', async () => {
  const { lead } = await rated(['a.', '.r'])
  expect(await readAgreement(lead, {})).toMatchObject({
    ...{
      units: 0,
      percent: { value: null, why: 'no-pairs' },
      alpha: { ratio: { why: 'no-pairs' } },
      pairs: [],
    },
    fleiss: { kappa: { value: null, why: 'no-pairs' } },
  })
  const alike = (await rated(['aa', 'aa'])).lead
  expect(await readAgreement(alike, {})).toMatchObject({
    ...{
      percent: { value: 1 },
      alpha: { nominal: { why: 'one-value' } },
      fleiss: { kappa: { why: 'one-value' } },
    },
    pairs: [{ kappa: { why: 'one-value' } }],
  })
})

test('the drafts behind a number are those that it counts', async () => {
  const { lead, people, drafts } = await rated(['aa', 'ar', 'ra', 'rr', 'ee'])
  const [a, b] = people as [ProjectActor, ProjectActor]
  const titles = async (asked: Parameters<typeof listAgreementItems>[1]) =>
    (await listAgreementItems(lead, asked)).items.map(({ title }) => title.en).toSorted()
  expect(await titles({})).toHaveLength(5)
  expect(await titles({ first: 'approve', second: 'reject' })).toEqual(['label-2', 'label-3'])
  expect(await titles({ first: 'approve', second: 'reject', a: a.id, b: b.id })).toEqual(['label-2'])
  expect(await titles({ first: 'reject', second: 'reject' })).toEqual(['label-4'])
  expect(await titles({ alike: 'no' })).toEqual(['label-2', 'label-3'])
  expect(await titles({ alike: 'yes', kind: 'guideline' })).toEqual(['label-1', 'label-4', 'label-5'])
  expect(await titles({ kind: 'rule' })).toEqual([])
  const first = await listAgreementItems(lead, { limit: 4 })
  const rest = await listAgreementItems(lead, { limit: 4, cursor: first.nextCursor! })
  expect(new Set([...first.items, ...rest.items].map(({ versionId }) => versionId))).toEqual(
    new Set(drafts.map(({ id }) => id)),
  )
})

test('is of one label where one is asked for', async () => {
  const { lead } = await rated(['aa', 'ar', 'rr'])
  expect(await readAgreement(lead, { label: 'label-2' })).toMatchObject({ units: 1, percent: { value: 0 } })
  expect(await readAgreement(lead, { label: 'nothing' })).toMatchObject({ units: 0 })
})

test('an annotator sees the whole, themself with the others as one, and no draft that they have yet to decide', async () => {
  const { lead, people, drafts } = await rated(['aaa', 'arr', '.ra'], 3)
  const [me, other] = people as [ProjectActor, ProjectActor]
  const found = await readAgreement(me, {})
  expect(found).toMatchObject({ units: 3, pairCount: 1, pairs: [{ a: { id: me.id }, b: null, units: 4 }] })
  for (const asked of [{ a: other.id }, { a: me.id, b: other.id }])
    await expect(readAgreement(me, asked)).rejects.toMatchObject({ details: { reason: 'role-needed' } })
  await db.draft.update({ where: { versionId: drafts[2]!.id }, data: { state: 'waiting' } })
  const { items } = await listAgreementItems(me, {})
  expect(items.map(({ title }) => title.en).toSorted()).toEqual(['label-1', 'label-2'])
  expect(items.flatMap(({ said }) => said.map(({ reviewer }) => reviewer)).filter(Boolean)).toEqual([
    me.name,
    me.name,
  ])
  expect((await listAgreementItems(lead, {})).items).toHaveLength(2) // a lead has yet to decide it too
})

test('the answers that two leave are compared span by span; who rejects leaves none', async () => {
  const { lead, people } = await rated([], 3)
  const [a, b, c] = people as [ProjectActor, ProjectActor, ProjectActor]
  const text = 'Grey Heron and Mara left Ostrey.'
  const vessel = { start: 0, end: 10, label: 'vessel' }
  const person = { start: 15, end: 19, label: 'person' }
  const place = { start: 25, end: 31, label: 'place' }
  const draft = await annotated(lead, { text, spans: [vessel, person] })
  await rate(a, draft, { verdict: 'approve' })
  await rate(b, draft, { verdict: 'edit', content: answer([{ ...vessel, start: 5 }, person, place]) })
  await rate(c, draft, { verdict: 'reject', reasonCode: 'wrong-answer' })
  const found = await readSpanAgreement(lead, {})
  expect(found.overall).toEqual({ answers: 1, spans: 5, alike: 1, f1: { value: 2 / 5 } })
  expect(found.labels).toMatchObject([
    { label: 'vessel', spans: 2, f1: { value: 0 } },
    { label: 'person', spans: 2, f1: { value: 1 } },
    { label: 'place', spans: 1, f1: { value: 0 } },
  ])
  expect(found.pairs).toMatchObject([
    { a: { id: expect.any(String) }, b: { id: expect.any(String) }, spans: 5 },
  ])
  expect((await readSpanAgreement(a, {})).pairs).toMatchObject([{ a: { id: a.id }, b: null }])
  expect((await readSpanAgreement(lead, { a: c.id })).overall).toMatchObject({
    f1: { value: null, why: 'no-spans' },
  })
})

const ruleVersionId = crypto.randomUUID()
const answer = (spans: object[]): ApplicationContent => ({
  ruleVersionId,
  ordinal: 1,
  gold: { spans },
  changed: [],
})

/** A re-annotation that waits. */
async function annotated(lead: ProjectActor, given: { text: string; spans: object[] }) {
  const { id: corpusId } = await makeCorpus(lead, { sentences: [given.text] })
  const content = answer(given.spans)
  const identity = { projectId: lead.project.id, kind: 'application', corpusId, key: 'one' }
  const instance = { ordinal: 1, text: given.text, gold: { spans: [] } }
  const rule = {
    taskForm: 'ner' as const,
    scope: { labels: [] },
    statement: { en: 'All names.', zh: '所有名称。' },
  }
  return db.$transaction(async (tx) => {
    const artifact = await tx.artifact.create({ data: { ...identity, taskForm: 'ner' } })
    const evidence = { rule, instance, candidates: [], against: 0 }
    const made = await proposeVersion(tx, { kind: 'model', id: 'm' }, { artifact, content, evidence })
    return { ...made, artifactId: artifact.id, content }
  })
}
