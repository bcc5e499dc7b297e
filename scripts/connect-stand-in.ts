// Gives the example project a connection to the stand-in that GLOSS_STAND_IN names, or moves the one it has there. Running it again
// does nothing.
import { addConnection } from '@/lib/connections/add-connection'
import { changeConnection } from '@/lib/connections/change-connection'
import { connectionRoles } from '@/lib/connections/model'
import { connectionInput } from '@/lib/connections/schema'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { systemActor } from '@/lib/platform/model'

const NAME = 'Stand-in'
const MODEL = 'stand-in'

const baseUrl = env().GLOSS_STAND_IN
const project = await db.project.findUnique({ where: { slug: 'example' } })
if (baseUrl && project) {
  const actor = { ...systemActor('start'), role: 'lead' as const, project }
  const known = await db.modelConnection.findFirst({ where: { projectId: project.id, name: NAME } })
  const roles = Object.fromEntries(connectionRoles.map((role) => [role, { model: MODEL }]))
  // A price that nobody is asked for, so that estimates, spend and limits can be tried.
  const prices = { [MODEL]: { input: 1, output: 4 } }
  if (!known) await addConnection(actor, connectionInput.parse({ name: NAME, baseUrl, roles, prices }))
  else if (known.baseUrl !== baseUrl)
    await changeConnection(actor, { connection: known.id, changes: { baseUrl } })
}
await disconnect()
