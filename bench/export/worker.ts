// Exports in a process of its own, as a worker does: the first order compiles the code, the second counts.
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { timed } from '@/bench/measure'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { exportFileSchema } from '@/lib/exports/model'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { quietContext } from '@/prisma/factories/jobs'

const LOOK_MS = 1
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
const looking = setInterval(async () => {
  const found = await sizes(folder)
  if (found > 0 && firstByteMs === 0) firstByteMs = performance.now() - begun
  if (firstByteMs) clearInterval(looking)
}, LOOK_MS)
const { result, seconds, peakRssMb } = await timed(() => written(counted!))
clearInterval(looking)
const bytes = result.reduce((sum, file) => sum + file.bytes, 0)
process.stdout.write(JSON.stringify({ seconds, peakRssMb, bytes, firstByteMs, files: result }))
await disconnect()

/** Bytes of records on the disk, though the file has not its name yet. */
async function sizes(place: string): Promise<number> {
  const names = await readdir(place).catch(() => [])
  const records = names.filter((name) => !name.startsWith('provenance'))
  const found = await Promise.all(
    records.map((name) =>
      stat(path.join(place, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return found.reduce((sum, size) => sum + size, 0)
}
