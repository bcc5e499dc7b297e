import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'

/** Where files live. Keys are relative paths of plain names; a folder by default, another store behind the same few verbs. */
export type FileStore = {
  /**
   * A stream over the bytes from `start` (inclusive) to `end` (inclusive, default: the last). `chunk`: bytes read at a time.
   */
  read(key: string, how?: { start?: number; end?: number; chunk?: number }): Readable
  /** Writes a new file; it appears under its key only when `commit` has made it durable. */
  write(key: string): Promise<{
    stream: Writable
    /** Sends what is written so far to the disk, so that `commit` has less to wait for. */
    flush(): Promise<void>
    commit(): Promise<void>
    discard(): Promise<void>
  }>
  size(key: string): Promise<number | null>
  remove(key: string): Promise<void>
  /** Removes what was begun, never committed, and not written to since then, as a killed process leaves it. Returns how many. */
  sweepParts(before: Date): Promise<number>
}

const PART = /\.part-\d+-\d+$/
const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i

// What is kept here is the project's: other accounts of the machine neither list nor read it.
function folderStore(root: string): FileStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key) || key.includes('..')) throw new AppError('invalid', `Not a file key: ${key}`)
    return path.join(root, key)
  }
  return {
    read: (key, { chunk = 1 << 16, ...range } = {}) =>
      createReadStream(pathOf(key), { ...range, highWaterMark: chunk }),
    async write(key) {
      const target = pathOf(key)
      const part = `${target}.part-${process.pid}-${Date.now()}`
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      const stream = createWriteStream(part, { highWaterMark: 1 << 18, mode: 0o600 })
      const sync = async () => {
        const handle = await open(part, 'r+')
        await handle.sync().finally(() => handle.close())
      }
      return {
        stream,
        flush: sync,
        async commit() {
          await sync()
          await rename(part, target)
        },
        async discard() {
          stream.destroy()
          await rm(part, { force: true })
        },
      }
    },
    size: (key) =>
      stat(pathOf(key)).then(
        (found) => found.size,
        () => null,
      ),
    remove: (key) => rm(pathOf(key), { force: true, recursive: true }),
    async sweepParts(before) {
      const entries = await readdir(root, { recursive: true }).catch(() => [])
      let swept = 0
      for (const entry of entries.filter((name) => PART.test(name))) {
        const part = path.join(root, entry)
        const found = await stat(part).catch(() => null) // another worker may sweep, too
        if (!found || found.mtime >= before) continue
        await rm(part, { force: true })
        swept++
      }
      return swept
    },
  }
}

let store: FileStore | undefined

export function files(): FileStore {
  store ??= folderStore(path.join(env().dataDir, 'files'))
  return store
}
