import { addConnection } from '@/lib/connections/add-connection'
import { connectionRoles } from '@/lib/connections/model'
import { type ConnectionInput, connectionInput } from '@/lib/connections/schema'
import type { ProjectActor } from '@/lib/projects/model'

/** A connection to a stand-in, whose model plays every role at a price. Returns its id. */
export async function connectModels(
  actor: ProjectActor,
  fake: { url: string },
  given: Partial<ConnectionInput> & { model?: string } = {},
): Promise<string> {
  const { model = 'stand-in', ...more } = given
  const input = connectionInput.parse({
    ...{ name: 'Ours', baseUrl: `${fake.url}/v1`, key: 'sk-verdigris-and-ochre' },
    roles: Object.fromEntries(connectionRoles.map((role) => [role, { model }])),
    prices: { [model]: { input: 2, output: 8 } },
    ...more,
  })
  return (await addConnection(actor, input)).id
}
