import { describe, expect, it } from 'vitest'
import type { Prompt } from '@/lib/calls/prompts/model'
import { BANDS, bandsOf, SIMILAR, shinglesOf, similarityOf } from '@/lib/corpora/survey/min-hash'
import { indexCombinations } from '@/lib/taxonomy/combinations/index-combinations'
import type { Combination } from '@/lib/taxonomy/combinations/model'
import { walkCombinations } from '@/lib/taxonomy/combinations/walk-combinations'
import { mergeRuns } from '@/lib/taxonomy/subjects/merge-runs'
import { answerQuestion } from '@/prompts/answer-question/contract'
import { type DraftedFields, draftFields } from '@/prompts/draft-fields/contract'
import { type DraftedSubjects, draftSubjects } from '@/prompts/draft-subjects/contract'
import { writeQuestion } from '@/prompts/write-question/contract'
import { type WrittenSyllabus, writeSyllabus } from '@/prompts/write-syllabus/contract'
import { answerChat } from '../answer-chat'

/** What the stand-in says to all turns of a prompt, held to the contract. */
function ask<In, Out>(prompt: Prompt<In, Out>, given: unknown, seed = 0): Out {
  const input = prompt.input.parse(given)
  const { system, user, form } = prompt.write(input)
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
  const say = () =>
    answerChat(
      { model: 'any', messages, seed },
      { header: `${prompt.name}@${prompt.version}`, wrong: new Set() },
    ).text
  if (form !== undefined)
    messages.push({ role: 'assistant', content: say() }, { role: 'user', content: form })
  const said = say()
  const value = prompt.output.parse(prompt.isText ? said : JSON.parse(said))
  expect(prompt.check(input, value)).toEqual([])
  return value
}

const discipline = (en: string, zh: string) => ({ name: { en, zh }, note: '', above: [] })
const namesOf = ({ subjects }: DraftedSubjects) => subjects.map(({ name }) => name.en)

describe('the stand-in, asked for fields', () => {
  it('lays out the whole, or what is below a place, known to it or not', () => {
    const whole: DraftedFields = ask(draftFields, { language: 'en' })
    expect(whole.nodes.filter(({ level }) => level === 'field').length).toBeGreaterThan(6)
    expect(whole.nodes.filter(({ level }) => level === 'discipline').length).toBeGreaterThan(25)
    const place = [{ level: 'field', name: { en: 'agriculture', zh: '' } }]
    const below = ask(draftFields, { language: 'zh', place })
    expect(below.nodes.map(({ name }) => name.en)).toContain('Forestry')
    expect(below.nodes[0]!.note).toMatch(/知识与技能/)
    const unheard = [{ level: 'field', name: { en: 'Glassblowing', zh: '吹制玻璃' } }]
    expect(ask(draftFields, { language: 'en', place: unheard }).nodes[0]!.name.zh).toContain('吹制玻璃')
  })

  it('brings back nothing that was removed, and says other things in another run', () => {
    const removed = [
      { en: 'law', zh: '' },
      { en: '', zh: '农业' },
    ]
    const names = ask(draftFields, { language: 'en', removed }).nodes.map(({ name }) => name.en)
    for (const gone of ['Law', 'Agriculture', 'Forestry']) expect(names).not.toContain(gone)
    expect(ask(draftFields, { language: 'en' }, 1)).not.toEqual(ask(draftFields, { language: 'en' }, 2))
  })
})

describe('the stand-in, asked for subjects', () => {
  it('says in several runs partly the same', () => {
    const runs = [1, 2, 3].map(
      (seed) =>
        ask(draftSubjects, { language: 'en', discipline: discipline('Forestry', '林业') }, seed).subjects,
    )
    for (const run of runs) expect(run).toHaveLength(30)
    const merged = mergeRuns(runs)
    expect(merged.length).toBeGreaterThan(33)
    expect(merged[0]!.said.map(({ run }) => run)).toEqual([0, 1, 2])
    expect(merged.at(-1)!.said).toHaveLength(1)
  })

  it('says other things of other disciplines, as many as are wanted', () => {
    const [one, other] = [discipline('Forestry', '林业'), discipline('Law', '法学')].map((given) =>
      namesOf(ask(draftSubjects, { language: 'zh', discipline: given, wanted: 8 })),
    )
    expect(one).toHaveLength(8)
    expect(one!.filter((name) => other!.includes(name))).toEqual([])
  })
})

describe('the stand-in, asked for questions and answers', () => {
  it.each([
    ['en', 5000],
    ['zh', 1600],
  ] as const)(
    'writes pairs of which no two are nearly the same, in %s %i',
    (language, count) => {
      const pairs: string[][] = [[], []]
      for (const [en, zh] of [
        ['Forestry', '林业'],
        ['Law', '法学'],
        ['Physics', '物理学'],
        ['Nursing', '护理学'],
      ] as const)
        for (const subject of ask(draftSubjects, { language, discipline: discipline(en, zh), wanted: 10 })
          .subjects) {
          const taught = { subject, language }
          const syllabus: WrittenSyllabus = ask(writeSyllabus, { ...taught, discipline: discipline(en, zh) })
          for (const combination of combinationsOf(syllabus, count / 40)) {
            const { name, level } = subject
            const question = ask(writeQuestion, { language, subject: { name, level }, syllabus, combination })
            pairs[0]!.push(question)
            pairs[1]!.push(ask(answerQuestion, { language, question }))
            for (const { session, concepts } of combination.picks)
              for (const place of concepts)
                expect(question).toContain(syllabus.sessions[session]!.concepts[place])
          }
        }
      for (const texts of pairs) {
        expect(texts).toHaveLength(count)
        expect(nearlySame(texts)).toEqual([])
      }
    },
    120_000,
  )
})

function combinationsOf({ sessions }: WrittenSyllabus, count: number): Combination[] {
  const shape = sessions.map(({ concepts }) => concepts.length)
  expect(indexCombinations(shape).size.s1).toBeGreaterThan(count)
  const walk = walkCombinations({ key: sessions[0]!.name, shape }, { seed: 1, conceptCap: null })
  return Array.from({ length: count }, (_, at) => {
    const { strategy, picks } = walk.next(at % 2 ? 's1' : 's2')!
    return { strategy, picks }
  })
}

/** Pairs of texts that the product would call near-duplicates. */
function nearlySame(texts: readonly string[]): string[][] {
  const shingles = texts.map(shinglesOf)
  const seen = new Map<string, number[]>()
  const bands = new Uint32Array(BANDS)
  const found: string[][] = []
  for (const [at, one] of shingles.entries()) {
    bandsOf(one, bands)
    const near = new Set<number>()
    for (const [band, hash] of bands.entries()) {
      const bucket = seen.get(`${band} ${hash}`) ?? []
      for (const other of bucket) near.add(other)
      seen.set(`${band} ${hash}`, [...bucket, at])
    }
    for (const other of near)
      if (similarityOf(one, shingles[other]!) >= SIMILAR) found.push([texts[other]!, texts[at]!])
  }
  return found
}
