// Exports in a process of its own, as a worker does: the first order compiles the code, the second counts.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { timed } from '@/bench/measure'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { exportFileSchema } from '@/lib/exports/model'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { keepHeapSmall } from '@/lib/platform/keep-heap-small'
import { quietContext } from '@/prisma/factories/jobs'

const LOOK_MS = 1

keepHeapSmall() // As a worker does when it starts.
const [warmUp, counted] = process.argv.slice(2)
const written = async (exportId: string) => {
  await exportRunHandler.run({ exportId }, quietContext)
  const { files } = await db.export.findUniqueOrThrow({ where: { id: exportId } })
  return exportFileSchema.array().parse(files)
}

await written(warmUp!)
const begun = performance.now()
let firstByteMs = 0
const folder = path.join(env().dataDir, 'files', 'exports', counted!)
const looking = setInterval(() => {
  if (sizes(folder) === 0) return
  firstByteMs = performance.now() - begun
  clearInterval(looking)
}, LOOK_MS)
const { result, seconds, peakRssMb } = await timed(() => written(counted!))
clearInterval(looking)
const bytes = result.reduce((sum, file) => sum + file.bytes, 0)
process.stdout.write(JSON.stringify({ seconds, peakRssMb, bytes, firstByteMs, files: result }))
await disconnect()

/** Bytes of records on the disk, though the file has not its name yet. At once: what is asked later waits behind the export's own. */
function sizes(place: string): number {
  const names = namesIn(place).filter((name) => !name.startsWith('provenance'))
  return names.reduce(
    (sum, name) => sum + (statSync(path.join(place, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place)
  } catch {
    return []
  }
}
