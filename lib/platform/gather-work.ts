type Waiting<Item, Result> = {
  item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

type Queue<Item, Result> = {
  waiting: Waiting<Item, Result>[]
  begunAt: number
  /** It is being worked on, or will be in a moment. */
  isBusy: boolean
}

/**
 * Does many small pieces of work at once: what comes in one turn of the loop, while others of the same key are at it, or within so many
 * milliseconds after these began, is done together. What comes alone waits for nothing. `work` gives a result for each item, in
 * their order.
 */
export function gatherWork<Item, Result>(
  work: (key: string, items: Item[]) => Promise<Result[]>,
  { everyMs = 0, most = 256 }: { everyMs?: number; most?: number } = {},
): (key: string, item: Item) => Promise<Result> {
  const queues = new Map<string, Queue<Item, Result>>()

  function plan(key: string, queue: Queue<Item, Result>): void {
    queue.isBusy = true
    const wait = queue.waiting.length < most ? queue.begunAt + everyMs - performance.now() : 0
    if (wait > 0) setTimeout(() => void flush(key, queue), wait)
    else setImmediate(() => void flush(key, queue))
  }

  async function flush(key: string, queue: Queue<Item, Result>): Promise<void> {
    const batch = queue.waiting.splice(0, most)
    if (batch.length === 0) return void queues.delete(key) // nothing came for a while
    queue.begunAt = performance.now()
    try {
      const items = batch.map(({ item }) => item)
      const results = await work(key, items)
      for (const [at, { resolve }] of batch.entries()) resolve(results[at]!)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
    plan(key, queue)
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(key) ?? { waiting: [], begunAt: Number.NEGATIVE_INFINITY, isBusy: false }
      queues.set(key, queue)
      queue.waiting.push({ item, resolve, reject })
      if (!queue.isBusy) plan(key, queue)
    })
}
