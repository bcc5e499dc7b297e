import type { Prompt } from '@/lib/calls/prompts/model'
import { type TurnAsked, type TurnSaid, takeTurns } from '@/lib/calls/take-turns'
import { jsonModeSchema } from '@/lib/connections/model'
import { callModel } from '@/lib/platform/llm/call-model'
import type { Outcome } from '@/lib/platform/llm/outcome'
import type { TaskForm } from '@/lib/tasks/model'
import { type PromptCase, promptCases } from '@/prisma/factories/prompt-cases'

// Nothing here needs a database; a model on this machine may be asked.
process.env.DATABASE_URL ??= 'postgresql://nobody@no-database.invalid/none'
process.env.GLOSS_SECRET ??= 'only-for-evals-only-for-evals-only-for-evals'
process.env.GLOSS_MODEL_NETWORKS ??= 'loopback'

type Ended = Exclude<Outcome<unknown>, { kind: 'answer' | 'malformed' }> & { callId: null }

/** Asks the model of the environment: GLOSS_EVAL_URL and GLOSS_EVAL_MODEL, with GLOSS_EVAL_KEY and GLOSS_EVAL_JSON where it needs them. */
export async function askLive<In, Out>(prompt: Prompt<In, Out>, input: unknown): Promise<Out> {
  const {
    GLOSS_EVAL_URL: baseUrl,
    GLOSS_EVAL_MODEL: model,
    GLOSS_EVAL_KEY: key = null,
    GLOSS_EVAL_JSON,
  } = process.env
  if (!baseUrl || !model)
    throw new Error(
      'Set GLOSS_EVAL_URL to the address of a model service (with /v1) and GLOSS_EVAL_MODEL to a model of it.',
    )
  const connection = {
    ...{ id: 'eval', baseUrl, key, jsonMode: jsonModeSchema.parse(GLOSS_EVAL_JSON ?? 'schema') },
    ...{ pace: { concurrency: 4, requestsPerMinute: null }, timeoutMs: 300_000, attempts: 3 },
  }
  const said = await takeTurns<In, Out, Ended>(
    prompt,
    prompt.input.parse(input),
    async <Value>(asked: TurnAsked<Value>) => {
      const { messages, output } = asked
      const request = {
        prompt: `${prompt.name}@${prompt.version}`,
        model,
        messages,
        parameters: prompt.parameters,
        ...(output && { output }),
      }
      return { ...(await callModel<Value>(connection, request)), callId: null } as unknown as
        | TurnSaid<Value>
        | Ended
    },
  )
  if (said.kind === 'answer') return said.value
  throw new Error(`${said.kind}: ${'message' in said ? said.message : ''}`)
}

/** The input of a prompt about the small corpus of a form, in either language; `strange` stands in all of its texts. */
export function caseOf(
  name: string,
  of: { form: TaskForm; language: 'en' | 'zh'; strange?: string },
): PromptCase {
  const { form, language, strange } = of
  const found = promptCases(strange).find(
    ({ prompt, corpus }) => prompt.name === name && corpus.form === form && corpus.language === language,
  )
  if (!found) throw new Error(`There is no case of ${name} for ${form} in ${language}.`)
  return found
}

export const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
