import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Misbehaviour } from '@/e2e/fake-llm/settings'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import type { Prompt } from '@/lib/calls/prompts/model'
import { type TurnAsked, type TurnSaid, takeTurns } from '@/lib/calls/take-turns'
import { callModel } from '@/lib/platform/llm/call-model'
import type { Outcome } from '@/lib/platform/llm/outcome'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

type Ship = { name: string }
const nameShip: Prompt<{ text: string }, Ship> = {
  ...{ name: 'name-ship', version: 1, role: 'drafter', wordsHash: 'w'.repeat(64) },
  input: z.object({ text: z.string() }),
  output: z.object({ name: z.string().min(3) }),
  parameters: { maxTokens: 200 },
  write: ({ text }) => ({ system: 'Name the ship.', user: `<text>\n${text}\n</text>` }),
  check: () => [],
  repair: (faults) => `Again: ${faults.join(' ')}`,
}
const inTwoTurns = {
  ...nameShip,
  write: (of: { text: string }) => ({ ...nameShip.write(of), form: 'As JSON.' }),
}

type Ended = Exclude<Outcome<unknown>, { kind: 'answer' | 'malformed' }> & { callId: string }

/** Every turn by the stand-in; `wrong` names what goes wrong in which turn. */
async function ask(prompt = nameShip, wrong: Partial<Record<TurnAsked<unknown>['turn'], Misbehaviour>> = {}) {
  const turns: TurnAsked<unknown>[] = []
  const said = await takeTurns<{ text: string }, Ship, Ended>(
    prompt,
    { text: 'Petrel' },
    async <Value>(asked: TurnAsked<Value>) => {
      turns.push(asked)
      const { turn, messages, output } = asked
      const connection = {
        ...{ id: crypto.randomUUID(), baseUrl: `${fake.url}/v1`, key: null, jsonMode: 'schema' as const },
        ...{ pace: { concurrency: 4, requestsPerMinute: null }, timeoutMs: 5000, attempts: 1 },
      }
      const model = ['stand-in', wrong[turn] ?? []].flat().join('+')
      const outcome = await callModel<Value>(connection, {
        prompt: 'name-ship@1',
        model,
        messages,
        ...(output && { output }),
      })
      return { ...outcome, callId: `call-${turns.length}` } as unknown as TurnSaid<Value> | Ended
    },
  )
  return { said, turns }
}
const roles = ({ messages }: TurnAsked<unknown>) => messages.map(({ role }) => role).join(' ')

describe('the turns of an answer', () => {
  it('are one where the prompt has no words for a second', async () => {
    const { said, turns } = await ask()
    expect(said).toMatchObject({ kind: 'answer', value: { name: expect.stringContaining('Petrel') } })
    expect(turns.map(({ turn }) => turn)).toEqual(['only'])
  })

  it('are prose and then form where it has, and the form sees the prose', async () => {
    const { said, turns } = await ask(inTwoTurns)
    expect(said).toMatchObject({ kind: 'answer', callId: 'call-2' })
    expect(turns.map(({ turn, output }) => [turn, output?.name])).toEqual([
      ['prose', undefined],
      ['form', 'name_ship'],
    ])
    expect(roles(turns[1]!)).toBe('system user assistant user')
    expect(turns[1]).toMatchObject({ beforeId: 'call-1' })
    expect(turns[1]!.messages[2]!.content).toContain('Petrel')
  })

  it.each(['broken-json', 'wrong-schema'] as const)(
    'are one more for %s, which shows what was wrong',
    async (kind) => {
      const { said, turns } = await ask(nameShip, { only: kind })
      expect(said).toMatchObject({ kind: 'answer', callId: 'call-2' })
      expect(turns.map(({ turn }) => turn)).toEqual(['only', 'repair'])
      expect(roles(turns[1]!)).toBe('system user assistant user')
      expect(turns[1]!.messages[3]!.content).toMatch(
        kind === 'broken-json' ? /Again: No JSON/ : /Again: .*name/s,
      )
      expect(turns[1]).toMatchObject({ beforeId: 'call-1' })
    },
  )

  it('end after one repair, whatever it brings', async () => {
    const { said, turns } = await ask(nameShip, { only: 'broken-json', repair: 'wrong-schema' })
    expect(said).toMatchObject({ kind: 'malformed', callId: 'call-2' })
    expect(turns).toHaveLength(2)
  })

  it('mend what the prompt itself finds at fault, and give no answer that stays so', async () => {
    const check = () => ['The ship has another name.']
    const { said, turns } = await ask({ ...nameShip, check })
    expect(said).toMatchObject({ kind: 'malformed', message: 'The ship has another name.' })
    expect(turns[1]!.messages[3]!.content).toBe('Again: The ship has another name.')
  })

  it('ask for no form where the answer is the text itself, and hold it to the contract', async () => {
    const sent: TurnAsked<unknown>[] = []
    const askInText = (texts: string[]) =>
      takeTurns<{ text: string }, string, Ended>(
        { ...nameShip, isText: true, output: z.string().min(3).max(20), check: () => [] },
        { text: 'Petrel' },
        async <Value>(asked: TurnAsked<Value>) => {
          sent.push(asked)
          const raw = texts.shift()!
          return { kind: 'answer', value: raw as Value, raw, callId: `call-${sent.length}` }
        },
      )
    expect(await askInText(['<think>Which one?</think>\n$\\frac{1}{2}$ Petrel \n'])).toMatchObject({
      ...{ kind: 'answer', value: '$\\frac{1}{2}$ Petrel', callId: 'call-1' },
    })
    expect(await askInText(['P', 'Petrel'])).toMatchObject({
      kind: 'answer',
      value: 'Petrel',
      callId: 'call-3',
    })
    expect(await askInText(['P', 'P'])).toMatchObject({
      kind: 'malformed',
      message: expect.stringContaining('>=3'),
    })
    expect(sent.map(({ turn }) => turn)).toEqual(['only', 'only', 'repair', 'only', 'repair'])
    for (const asked of sent) expect(asked).not.toHaveProperty('output')
  })

  it.each(['refusal', 'empty', 'truncated', 'unauthorised'] as const)(
    'end where there is nothing to go on from: %s',
    async (kind) => {
      for (const turn of ['prose', 'form'] as const) {
        const { said, turns } = await ask(inTwoTurns, { [turn]: kind })
        const wanted = { refusal: 'refused', unauthorised: 'failed', empty: 'empty', truncated: 'truncated' }[
          kind
        ]
        expect(said.kind).toBe(wanted)
        expect(turns.at(-1)!.turn).toBe(turn)
      }
    },
  )
})
