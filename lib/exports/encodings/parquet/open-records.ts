import { Worker } from 'node:worker_threads'
import { type Group, gatherGroup } from '@/lib/exports/encodings/gather-group'
import type { RecordFile, RecordFileOptions } from '@/lib/exports/encodings/model'
import type { Column } from '@/lib/exports/formats/model'
import { openHashedFile } from '@/lib/platform/hashed-file'

const THREAD = new URL('../parquet-thread.mjs', import.meta.url)
/** What the thread makes dies young: a group's pages. */
const YOUNG_MB = 4
/** Row groups on their way: one is packed and one waits, while the next is gathered. */
const UNDER_WAY = 2

/** A row group at a time, so that a file of any size takes the memory of a few. They are packed in a thread of their own. */
export async function openRecords(key: string, { columns }: RecordFileOptions): Promise<RecordFile> {
  const file = await openHashedFile(key)
  const thread = openThread(columns)
  const spares: Group[] = []
  let group = gatherGroup(columns, { isFirst: true })
  const sent: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  const send = async (taken: Group | null) => {
    const answer = thread.ask(taken)
    last = Promise.all([answer, last]).then(([{ bytes, spare }]) => {
      if (spare) spares.push({ ...spare, texts: Buffer.from(spare.texts.buffer) })
      return file.append(Buffer.from(bytes.buffer))
    })
    last.catch(() => {}) // Whoever waits next hears of it.
    sent.push(last)
    if (sent.length >= UNDER_WAY) await sent.shift()
  }
  const next = async (record: Record<string, unknown>) => {
    await send(group.take())
    group = gatherGroup(columns, { spare: spares.pop() })
    group.add(record)
  }
  return {
    write(record) {
      if (!group.add(record)) return next(record)
    },
    async commit() {
      const rest = group.take()
      if (rest.rows > 0) await send(rest)
      await send(null)
      await last
      return file.commit()
    },
    async discard() {
      await thread.stop()
      await file.discard()
    },
  }
}

type Answer = { bytes: Uint8Array; spare: Group | null }

/** Answers come in the order of the questions. */
function openThread(columns: readonly Column[]) {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB }
  const thread = new Worker(THREAD, { workerData: { columns }, execArgv: [], resourceLimits })
  const waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = []
  let fault: Error | undefined
  const fail = (error: Error) => {
    fault ??= error
    for (const one of waiting.splice(0)) one.reject(fault)
  }
  thread.on('message', (answer: Answer) => waiting.shift()!.resolve(answer))
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('The thread that packs row groups ended.')))
  return {
    ask: (group: Group | null) =>
      new Promise<Answer>((resolve, reject) => {
        if (fault) return reject(fault)
        waiting.push({ resolve, reject })
        thread.postMessage(
          group,
          group ? [group.texts.buffer as ArrayBuffer, group.ends.buffer as ArrayBuffer] : [],
        )
      }),
    stop: () => thread.terminate(),
  }
}
