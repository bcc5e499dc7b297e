/** Ascending ordinals as the differences between them, seven bits to a byte; the first is known from elsewhere. */
export function encodeOrdinals(ordinals: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(ordinals.length * 5)
  let at = 0
  for (let i = 1; i < ordinals.length; i++) {
    let step = ordinals[i]! - ordinals[i - 1]!
    while (step > 127) {
      bytes[at++] = (step & 127) | 128
      step >>>= 7
    }
    bytes[at++] = step
  }
  return bytes.subarray(0, at)
}

/** Appends to the given list, as a list of its own would have to be copied. */
export function decodeOrdinals(first: number, bytes: Uint8Array, ordinals: number[] = []): number[] {
  ordinals.push(first)
  let last = first
  for (let at = 0; at < bytes.length; ) {
    let step = 0
    let byte: number
    let shift = 0
    do {
      byte = bytes[at++]!
      step |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    last += step
    ordinals.push(last)
  }
  return ordinals
}

/** What stands in every one of the ascending lists, the shortest of them first asked. */
export function intersect(lists: readonly (readonly number[])[]): number[] {
  const [shortest = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  return others.reduce<readonly number[]>(common, shortest) as number[]
}

function common(some: readonly number[], many: readonly number[]): number[] {
  const both: number[] = []
  let at = 0
  for (const ordinal of some) {
    while (at < many.length && many[at]! < ordinal) at++
    if (many[at] === ordinal) both.push(ordinal)
  }
  return both
}
