import { hash } from 'node:crypto'

/** Numbers from 0 to 1 that follow from what they are drawn for: the same request has the same answer. */
export function makeDraw(...from: (string | number)[]): () => number {
  let state = hash('sha256', JSON.stringify(from), 'buffer')
  let at = 0
  return () => {
    if (at + 4 > state.length) {
      state = hash('sha256', state, 'buffer')
      at = 0
    }
    const number = state.readUInt32BE(at) / 2 ** 32
    at += 4
    return number
  }
}
