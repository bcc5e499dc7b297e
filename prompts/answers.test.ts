import { afterAll, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { checkContent as checkFormat } from '@/lib/artifacts/kinds/format/check-content'
import { formatContentSchema } from '@/lib/artifacts/kinds/format/content'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import type { Prompt } from '@/lib/calls/prompts/model'
import type { Sample } from '@/lib/calls/prompts/schema'
import { type TurnAsked, type TurnSaid, takeTurns } from '@/lib/calls/take-turns'
import type { JsonMode } from '@/lib/connections/model'
import { callModel } from '@/lib/platform/llm/call-model'
import type { Outcome } from '@/lib/platform/llm/outcome'
import { locateGold } from '@/lib/quotes/locate-gold'
import { locateQuote } from '@/lib/quotes/locate-quote'
import type { QuotedGold } from '@/lib/quotes/model'
import { findTransform } from '@/lib/rules/find-transform'
import { type PromptCase, promptCases } from '@/prisma/factories/prompt-cases'
import type { Annotated } from '@/prompts/annotate-under-rule/contract'
import type { DraftedGuideline } from '@/prompts/draft-guideline/contract'
import type { ProposedFormats } from '@/prompts/propose-formats/contract'
import type { ProposedRules } from '@/prompts/propose-rules/contract'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())

type Ended = Exclude<Outcome<unknown>, { kind: 'answer' | 'malformed' }> & { callId: null }

async function ask({ prompt, input }: PromptCase, jsonMode: JsonMode = 'schema') {
  const turns: TurnAsked<unknown>[] = []
  const connection = {
    ...{ id: jsonMode, baseUrl: `${fake.url}/v1`, key: null, jsonMode, timeoutMs: 20_000, attempts: 1 },
    pace: { concurrency: 8, requestsPerMinute: null },
  }
  const said = await takeTurns<unknown, unknown, Ended>(
    prompt,
    prompt.input.parse(input),
    async <Value>(asked: TurnAsked<Value>) => {
      turns.push(asked)
      const { messages, output } = asked
      const request = {
        prompt: `${prompt.name}@${prompt.version}`,
        model: 'stand-in',
        messages,
        ...(output && { output }),
      }
      return { ...(await callModel<Value>(connection, request)), callId: null } as unknown as
        | TurnSaid<Value>
        | Ended
    },
  )
  return { said, turns: turns.map(({ turn }) => turn) }
}

const cases = promptCases()
const casesOf = (name: string) => cases.filter(({ prompt }) => prompt.name === name)
async function valuesOf<Out>(name: string): Promise<{ one: PromptCase; value: Out }[]> {
  const given = casesOf(name)
  const said = await Promise.all(given.map((one) => ask(one)))
  return said.flatMap(({ said: answer }, at) => {
    expect(answer).toMatchObject({ kind: 'answer' })
    return answer.kind === 'answer' ? [{ one: given[at]!, value: answer.value as Out }] : []
  })
}

const inTwoTurns = ['draft-guideline', 'propose-rules', 'draft-fields', 'draft-subjects', 'write-syllabus']

describe('the stand-in keeps every contract, for all task forms in both languages', () => {
  const names = [...new Set(cases.map(({ prompt }) => prompt.name))]
  it.each(names)('%s, in each way of asking for JSON, without a repair', async (name) => {
    for (const mode of ['schema', 'object', 'words'] as const)
      for (const { said, turns } of await Promise.all(casesOf(name).map((one) => ask(one, mode)))) {
        expect(said).toMatchObject({ kind: 'answer' })
        const isProse = inTwoTurns.includes(name)
        expect(turns).toEqual(isProse ? ['prose', 'form'] : ['only'])
      }
  })

  it('quotes examples that stand in the texts', async () => {
    for (const { one, value } of await valuesOf<DraftedGuideline>('draft-guideline')) {
      const { samples } = one.input as { samples: Sample[] }
      expect(value.positives.length).toBeGreaterThan(0)
      for (const { n, quote, tail } of value.positives) {
        const text = samples[n - 1]!.text
        for (const words of [quote, tail ?? ''].filter(Boolean))
          expect(locateQuote(text, { quote: words, nth: null })).toHaveProperty('extent')
        expect(quote === '').toBe(['tc', 'general'].includes(one.corpus.form))
        expect(tail !== null).toBe(['re', 'spo', 'kg'].includes(one.corpus.form))
      }
      expect(/\p{Script=Han}/u.test(value.definition)).toBe(one.corpus.language === 'zh')
    }
  })

  it('proposes rules whose transforms take their parameters', async () => {
    for (const { one, value } of await valuesOf<ProposedRules>('propose-rules')) {
      for (const { statement, labels, transform, family } of value.rules) {
        const content = { taskForm: one.corpus.form, scope: { labels }, statement, transform }
        expect(ruleContentSchema.safeParse(content).success).toBe(true)
        if (!transform) continue
        const definition = findTransform(transform.name)
        expect(definition.parameters.safeParse(transform.parameters).success).toBe(true)
        expect(definition.forms).toContain(one.corpus.form)
        expect(definition.family).toBe(family)
      }
      const withOne = value.rules.filter(({ transform }) => transform !== null)
      if (one.corpus.form !== 'general') expect(withOne.length).toBeGreaterThan(0)
    }
  })

  it('annotates under a rule as the rule says, and leaves the rest', async () => {
    for (const { one, value } of await valuesOf<Annotated>('annotate-under-rule')) {
      const { text, gold } = one.input as { text: string; gold: unknown }
      const located = locateGold(one.corpus.form, { text, gold, quoted: value.answer as QuotedGold })
      expect(located).toHaveProperty('gold')
      if (!value.applies) expect(located).toEqual({ gold })
    }
    const [ner] = casesOf('annotate-under-rule')
    const rule = { statement: 'The article directly before a name belongs to it.', labels: ['party'] }
    const { said } = await ask({ ...ner!, input: { ...(ner!.input as object), rule } })
    expect(said).toMatchObject({
      value: {
        applies: true,
        changed: [
          { before: 'Greens', after: 'The Greens' },
          { before: 'Labour Party', after: 'the Labour Party' },
        ],
        answer: {
          spans: [
            { quote: 'The Greens', label: 'party' },
            { quote: 'the Labour Party' },
            { quote: 'Bergen' },
          ],
        },
      },
    })
  })

  it('proposes formats that Gloss’s own checks pass', async () => {
    for (const { value } of await valuesOf<ProposedFormats>('propose-formats'))
      for (const format of value.formats) {
        const content = formatContentSchema.parse({ ...format, taskForms: [] })
        expect(checkFormat(content, { answers: [], instances: 0 }).issues).toEqual([])
      }
  })

  it('says other words under another version', async () => {
    const [one] = casesOf('draft-guideline')
    const next = { ...one!, prompt: { ...one!.prompt, version: 2 } as Prompt }
    const [first, second] = [await ask(one!), await ask(next)]
    expect(second.said).toMatchObject({ kind: 'answer' })
    expect(second.said).not.toEqual(first.said)
  })
})
