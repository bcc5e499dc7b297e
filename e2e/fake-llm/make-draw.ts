import { createHash } from 'node:crypto'

/** Numbers from 0 to 1 that follow from what they are drawn for: the same request has the same answer. */
export function makeDraw(...from: (string | number)[]): () => number {
  let state = createHash('sha256').update(JSON.stringify(from)).digest()
  let at = 0
  return () => {
    if (at + 4 > state.length) {
      state = createHash('sha256').update(state).digest()
      at = 0
    }
    const number = state.readUInt32BE(at) / 2 ** 32
    at += 4
    return number
  }
}
