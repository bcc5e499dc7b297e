/** A text as it is searched: without case, wide and narrow signs alike. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * The pieces of a folded text by which any part of it is found: of Chinese every sign and every two, of other words every three
 * letters. As numbers: two pieces may share one, so what is found is looked at again. A part of fewer letters has no pieces.
 */
export function cutGrams(folded: string): number[] {
  const grams = new Set<number>()
  for (const [run] of folded.matchAll(RUN)) {
    const signs = [...run]
    const lengths = HAN.test(run) ? [1, 2] : [3]
    for (const length of lengths)
      for (let at = 0; at + length <= signs.length; at++)
        grams.add(hashOf(signs.slice(at, at + length).join('')))
  }
  return [...grams]
}

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /\p{Script=Han}/u

/** FNV-1a, as the database's `integer` holds it. */
function hashOf(piece: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193)
  return hash | 0
}
