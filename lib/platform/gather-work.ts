type Waiting<Item, Result> = {
  item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

/**
 * Does many small pieces of work at once: what comes while others of the same key are at it, or within a moment, is done together.
 * `work` gives a result for each item, in their order.
 */
export function gatherWork<Item, Result>(
  work: (key: string, items: Item[]) => Promise<Result[]>,
  { waitMs = 5, most = 256 }: { waitMs?: number; most?: number } = {},
): (key: string, item: Item) => Promise<Result> {
  const queues = new Map<string, { waiting: Waiting<Item, Result>[]; isBusy: boolean }>()

  async function flush(key: string): Promise<void> {
    const queue = queues.get(key)!
    const batch = queue.waiting.splice(0, most)
    try {
      const results = await work(
        key,
        batch.map(({ item }) => item),
      )
      for (const [at, { resolve }] of batch.entries()) resolve(results[at]!)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
    if (queue.waiting.length > 0) setTimeout(() => void flush(key), queue.waiting.length < most ? waitMs : 0)
    else queues.delete(key)
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(key) ?? { waiting: [], isBusy: false }
      queues.set(key, queue)
      queue.waiting.push({ item, resolve, reject })
      if (queue.isBusy) return
      queue.isBusy = true
      setTimeout(() => void flush(key), waitMs)
    })
}
