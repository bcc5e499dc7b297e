import { describe, expect, it } from 'vitest'
import { writeSchema } from '@/lib/platform/llm/write-schema'
import { type PromptCase, promptCases } from '@/prisma/factories/prompt-cases'

/**
 * The words of every version. Changed words are another version: give it the next number in its contract, run its cases against a
 * model, and put its hash here. A version that was asked stays as it is.
 */
const HASHES: Record<string, string> = {
  'annotate-under-rule@1': '512856867219db848f4e33d4e62e7da9ae11adf925b6810f5f0d16689c43aa0e',
  'answer-question@1': '66e6d980fc581fc4cfafc0e272f573035591ca37672a3ead103d622e15a6b513',
  'draft-fields@1': '037ba83d0aa7da4e82d93cde561bfa6185de16c68f9bf7975647aede2a97932f',
  'draft-guideline@1': 'ccda6bfab5aabffdac01686542b88b71f0e98e6ada8e905eb1ff674e4be479a9',
  'draft-subjects@1': '3d722c5a5d8751c9082a63cb0e57d1b3b6a4407dbfae7a24b74661426f2da5a4',
  'judge-draft@1': '1c303dc719275087ce4f745740994b66a2824ae82ca365e1b6d50750dcd763f0',
  'paraphrase-guideline@1': 'ebe24377a78d48ae376b968511b7d826c99c6691602cdda80ab1d405d9064f96',
  'propose-formats@1': '5cf8eceaca14256495df59521eef9393f66bb2709dc51b2c09379ff3c63e5e1b',
  'propose-rules@1': 'ecaf14d20c636a210e9c944836abf2b099001b68bac769ef180149005c116ed6',
  'translate-text@1': 'e16941a89e94b0838066cfa8ae4cd55fe53e0721a290fc235fb9f79ccc039389',
  'write-question@1': 'caffb7f8f1ba41a7d314e2d0e88300894826839f4a5dc0fa0ae34a4ffa2674be',
  'write-syllabus@1': '88d61806a0f8374b6d2c8cc3223cec0850f27c7d1e3459f5210ab5ab2026d991',
}

const cases = promptCases()
const prompts = [...new Map(cases.toReversed().map((one) => [one.prompt.name, one])).values()].reverse()
const write = ({ prompt, input }: PromptCase) => prompt.write(prompt.input.parse(input))

describe('the words of a prompt', () => {
  it('never change within a version', () => {
    const now = cases.map(({ prompt }) => [`${prompt.name}@${prompt.version}`, prompt.wordsHash])
    expect(Object.fromEntries(now)).toEqual(HASHES)
  })

  it.each(prompts)(
    'say the whole of it to every task form in both languages: $prompt.name',
    ({ prompt: { name } }) => {
      for (const one of cases.filter(({ prompt }) => prompt.name === name)) {
        const { system, user, form = '' } = write(one)
        expect(`${system}${user}${form}`).not.toMatch(/\{\{|undefined|\[object/)
        const language = one.corpus.language === 'zh' ? '简体中文' : 'English'
        if (!['propose-formats', 'translate-text'].includes(name))
          expect(`${user}${form}`).toContain(language)
      }
    },
  )

  it.each(prompts)('to the system are the same whatever is asked: $prompt.name', ({ prompt: { name } }) => {
    const said = cases.filter(({ prompt }) => prompt.name === name).map((one) => write(one).system)
    expect(new Set(said).size).toBe(1)
  })

  it('show the JSON that the contract wants: every key of it, for services that are told nothing else', () => {
    for (const one of cases.filter(({ prompt }) => !prompt.isText)) {
      const { user, form } = write(one)
      const { properties } = writeSchema(one.prompt.output) as { properties: object }
      for (const key of Object.keys(properties)) expect(form ?? user).toContain(`"${key}"`)
      expect(form ?? user).toContain('JSON')
    }
  })

  it('ask for no JSON where the answer is the text itself, in a repair neither', () => {
    for (const one of cases.filter(({ prompt }) => prompt.isText)) {
      const { user, form } = write(one)
      expect(form).toBeUndefined()
      expect(user).toMatch(/Give the (question|answer) alone/)
      expect(one.prompt.repair(['It is too short.'])).not.toContain('JSON object')
    }
  })

  it('leave out what there is nothing to say of', () => {
    const [one] = prompts
    const input = {
      ...(one!.input as object),
      confusable: [],
      contrasts: [],
      before: null,
      lessons: { examples: [], avoid: [] },
    }
    const [full, bare] = [write(one!).user, write({ ...one!, input }).user]
    for (const gone of [
      'easily confused',
      'gold says otherwise',
      'as it stands',
      'changed earlier',
      'rejected',
    ])
      expect([full.includes(gone), bare.includes(gone)]).toEqual([true, false])
  })

  it('are the same for the same input, and cut what is too long with a sign of it', () => {
    const [one] = prompts
    expect(write(one!)).toEqual(write(one!))
    const samples = Array.from({ length: 40 }, () => ({
      text: '字'.repeat(9000),
      marks: [{ start: 5000, end: 5002, as: null }],
    }))
    const { user } = write({ ...one!, input: { ...(one!.input as object), samples } })
    expect(user).toMatch(/⟦… \d+ characters before⟧.*⟦字字⟧.*⟦… \d+ characters after⟧/)
    expect(user).toMatch(/⟦… \d+ more left out⟧/)
    expect([...user].length).toBeLessThan(80_000)
  })
})

describe('the contract of a prompt', () => {
  it('is one that strict services take: objects whose every key is there, and no other', () => {
    for (const { prompt } of cases) {
      const check = (shape: unknown): void => {
        if (shape === null || typeof shape !== 'object') return
        if (Array.isArray(shape)) for (const one of shape) check(one)
        const { type, properties, required, additionalProperties, ...rest } = shape as Record<string, unknown>
        if (type === 'object') {
          expect(additionalProperties).toBe(false)
          expect(required).toEqual(Object.keys(properties as object))
          for (const one of Object.values(properties as object)) check(one)
        }
        expect(Object.keys(rest)).not.toEqual(
          expect.arrayContaining(['oneOf', 'allOf', 'not', 'propertyNames']),
        )
        for (const one of Object.values(rest)) check(one)
      }
      check(writeSchema(prompt.output))
    }
  })
})
