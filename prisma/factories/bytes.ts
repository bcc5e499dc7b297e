/** Bytes as they arrive from a disk or a network: in pieces that respect neither lines nor characters. */
export async function* inChunks(bytes: Uint8Array | string, size = 65_536): AsyncGenerator<Uint8Array> {
  const whole = Buffer.from(bytes as Uint8Array)
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}
