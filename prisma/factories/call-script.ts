// Asks a connection about texts, as a worker would, in a process that a test can kill.
import { openCaller } from '@/lib/calls/open-caller'
import { aboutShip, nameShip } from '@/prisma/factories/calls'

const [projectId = '', connectionId = '', ...texts] = process.argv.slice(2)
const { signal } = new AbortController()
const caller = await openCaller({ projectId, connectionId, role: 'drafter', jobRunId: null, signal })
await Promise.all(texts.map((text) => caller.ask(nameShip, { text }, aboutShip)))
