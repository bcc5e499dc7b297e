/** The first bytes of a stream, which is left there. */
export async function takeStart(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const taken: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    taken.push(chunk)
    length += chunk.length
    if (length >= most) break
  }
  return { bytes: Buffer.concat(taken).subarray(0, most), isWhole: length < most }
}
