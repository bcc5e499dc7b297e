import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Destination, ExportFile } from '@/lib/exports/model'
import { env } from '@/lib/platform/env'
import { AppError, Cancelled } from '@/lib/platform/errors'
import { files as fileStore } from '@/lib/platform/files'
import { sha256 } from '@/lib/platform/hash'
import type { JobContext } from '@/lib/platform/jobs'
import { openObjectStore } from '@/lib/platform/object-store'

const WATCH_MS = 500
const MANIFEST = 'manifest.json'

/** Where this installation can bring exports. */
export function offeredDestinations(): Destination['to'][] {
  const { GLOSS_EXPORT_DIR, GLOSS_S3_BUCKET } = env()
  return [
    'gloss',
    ...(GLOSS_EXPORT_DIR ? (['folder'] as const) : []),
    ...(GLOSS_S3_BUCKET ? (['s3'] as const) : []),
  ]
}

type Place = {
  put(file: ExportFile, signal: AbortSignal): Promise<void>
  /** The hash of what already stands there under this name, or null. */
  sha256Of(name: string): Promise<string | null>
  remove(name: string): Promise<void>
}
type Delivery = { destination: Destination; done: number; context: Pick<JobContext, 'progress'> }

/**
 * Copies the files of an export to where they were ordered, the manifest last: where it stands, all of it stands. A cancellation
 * or a failure takes back what this delivery has brought.
 */
export async function deliverExport(files: readonly ExportFile[], delivery: Delivery): Promise<void> {
  const place = openPlace(delivery.destination)
  if (!place) return
  const manifest = files.find(({ name }) => name === MANIFEST)!
  await refuseOther(place, manifest)
  const brought: string[] = []
  const cancel = new AbortController()
  let name = manifest.name
  const { done, context } = delivery
  const look = () => context.progress({ done, step: { key: 'deliveringExport', params: { name } } })
  const watch = setInterval(() => look().catch(() => cancel.abort()), WATCH_MS)
  try {
    for (const file of [...files.filter((one) => one !== manifest), manifest]) {
      name = file.name
      await look()
      brought.push(name)
      await place.put(file, cancel.signal)
    }
  } catch (error) {
    for (const one of brought) await place.remove(one).catch(() => {}) // the reason is the error itself
    throw cancel.signal.aborted ? new Cancelled() : error
  } finally {
    clearInterval(watch)
  }
}

/** Another export's folder is not written over: both would be broken. */
async function refuseOther(place: Place, manifest: ExportFile): Promise<void> {
  const there = await place.sha256Of(manifest.name)
  if (there === null || there === manifest.sha256) return
  throw new AppError('conflict', 'Another export stands at this destination. Choose another name.', {
    reason: 'destination-taken',
  })
}

function openPlace(destination: Destination): Place | null {
  if (destination.to === 'folder') return folderPlace(destination.path)
  if (destination.to === 's3') return storePlace(destination.prefix)
  return null
}

function storePlace(prefix: string): Place {
  const store = openObjectStore()
  if (!store) throw missing('s3')
  const keyOf = (name: string) => `${prefix}/${name}`
  return {
    put: ({ name, key, sha256 }, signal) =>
      store.put(keyOf(name), { body: fileStore().read(key), sha256 }, signal),
    sha256Of: (name) => store.sha256Of(keyOf(name)),
    remove: (name) => store.remove(keyOf(name)),
  }
}

function folderPlace(within: string): Place {
  const root = env().GLOSS_EXPORT_DIR
  if (!root) throw missing('folder')
  const pathOf = (name: string) => path.join(path.resolve(root), within, name)
  return {
    async put({ name, key }, signal) {
      const part = `${pathOf(name)}.part`
      await mkdir(path.dirname(part), { recursive: true })
      try {
        await pipeline(fileStore().read(key), createWriteStream(part), { signal })
        const handle = await open(part, 'r+')
        await handle.sync().finally(() => handle.close())
        await rename(part, pathOf(name))
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    sha256Of: (name) => readFile(pathOf(name)).then(sha256, () => null),
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}

function missing(to: 'folder' | 's3'): AppError {
  return new AppError('invalid', `This Gloss has no destination “${to}”: its environment names none.`, {
    reason: 'destination-unset',
    params: { to },
  })
}
