import { hash } from 'node:crypto'

/** The numbers below `size` in an order of its own, each once: which number stands where, and where a number stands. */
export type Permutation = { size: number; at(position: number): number; positionOf(number: number): number }

/** As many rounds as a SHA-256 has words of 32 bits. */
const ROUNDS = 8

/**
 * An order of the numbers below `size` that looks drawn and is kept nowhere: a number is split in two digits to bases around the root of
 * `size`, and each digit in turn is shifted by a hash of the other (a generalised Feistel network, FE1 of Bellare, Ristenpart, Rogaway
 * and Stegers). Each shift can be taken back, so no number comes twice; a result beyond `size` is sent round again until it is within.
 */
export function permuteRange(size: number, name: string): Permutation {
  if (!(Number.isSafeInteger(size) && size >= 0))
    throw new RangeError(`${size} numbers cannot be put in order.`)
  const low = Math.max(1, Math.ceil(Math.sqrt(size)))
  const high = Math.max(1, Math.ceil(size / low))
  const bytes = hash('sha256', `permutation/${name}`, 'buffer')
  const keys = Int32Array.from({ length: ROUNDS }, (_, round) => bytes.readInt32BE(4 * round))
  return {
    size,
    at(position) {
      let number = within(position, size)
      do number = shiftDigits(number, { low, high, keys })
      while (number >= size)
      return number
    },
    positionOf(number) {
      let position = within(number, size)
      do position = shiftBack(position, { low, high, keys })
      while (position >= size)
      return position
    },
  }
}

type Network = { low: number; high: number; keys: Int32Array }

function shiftDigits(number: number, { low, high, keys }: Network): number {
  let left = Math.floor(number / low)
  let right = number - left * low
  for (let round = 0; round < ROUNDS; round += 2) {
    right += shiftOf(left, { key: keys[round]!, base: low })
    if (right >= low) right -= low
    left += shiftOf(right, { key: keys[round + 1]!, base: high })
    if (left >= high) left -= high
  }
  return left * low + right
}

function shiftBack(number: number, { low, high, keys }: Network): number {
  let left = Math.floor(number / low)
  let right = number - left * low
  for (let round = ROUNDS - 2; round >= 0; round -= 2) {
    left -= shiftOf(right, { key: keys[round + 1]!, base: high })
    if (left < 0) left += high
    right -= shiftOf(left, { key: keys[round]!, base: low })
    if (right < 0) right += low
  }
  return left * low + right
}

/** Below `base`, from every bit of digit and key: the finalizer of MurmurHash3. Nobody is to be kept from guessing it. */
function shiftOf(digit: number, { key, base }: { key: number; base: number }): number {
  let bits = digit ^ key
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return Math.floor((((bits ^ (bits >>> 16)) >>> 0) / 0x1_0000_0000) * base)
}

function within(number: number, size: number): number {
  if (Number.isInteger(number) && number >= 0 && number < size) return number
  throw new RangeError(`${number} is not one of ${size} numbers.`)
}
