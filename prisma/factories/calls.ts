import { z } from 'zod'
import { openCaller } from '@/lib/calls/open-caller'
import type { Prompt } from '@/lib/calls/prompts/model'
import { addConnection } from '@/lib/connections/add-connection'
import { type ConnectionInput, connectionInput } from '@/lib/connections/schema'
import type { ProjectActor } from '@/lib/projects/model'

/** A key that no text has by chance: it is looked for wherever it must not be. */
export const TEST_KEY = 'sk-verdigris-and-ochre-4417'

/** A small prompt with a contract. */
export const nameShip: Prompt<{ text: string }, { name: string }> = {
  ...{ name: 'name-ship', version: 1, role: 'drafter', wordsHash: 'w'.repeat(64) },
  input: z.object({ text: z.string() }),
  output: z.object({ name: z.string() }),
  parameters: { maxTokens: 200 },
  write: ({ text }) => ({ system: 'Name the ship.', user: `<text>\n${text}\n</text>` }),
  check: () => [],
  repair: () => 'Keep to the shape.',
}

export const aboutShip = { about: { kind: 'guideline', corpusId: null, key: 'vessel' } }

type Given = {
  model?: string
  price?: { input: number; output: number }
  limits?: Partial<ConnectionInput['limits']>
}

/** A connection to a stand-in whose model drafts. */
export async function makeConnection(
  actor: ProjectActor,
  url: string,
  { model = 'stand-in', price, limits = {} }: Given = {},
): Promise<string> {
  const input = connectionInput.parse({
    ...{ name: `Stand-in ${crypto.randomUUID()}`, baseUrl: `${url}/v1`, key: TEST_KEY },
    ...{ roles: { drafter: { model } }, prices: price ? { [model]: price } : {}, limits },
  })
  return (await addConnection(actor, input)).id
}

/** A caller at a stand-in, over a connection of its own unless one is given. */
export async function makeCaller(
  actor: ProjectActor,
  url: string,
  given: Given & {
    connectionId?: string
    signal?: AbortSignal
    jobRunId?: string | null
    isBatch?: boolean
  } = {},
) {
  const { signal = new AbortController().signal, jobRunId = null, isBatch = false } = given
  const connectionId = given.connectionId ?? (await makeConnection(actor, url, given))
  const projectId = actor.project.id
  return openCaller({ projectId, connectionId, role: 'drafter', jobRunId, signal, isBatch })
}
