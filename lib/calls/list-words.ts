const MOST_WORDS = 600
const LONGEST_WORD = 40

/** Words by which a text is found: folded; Chinese by its characters and by each two that stand together. */
export function listWords(...texts: string[]): string[] {
  const words = new Set<string>()
  for (const text of texts)
    for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUN)) {
      for (const word of HAN.test(run) ? pairsOf(run) : [run.slice(0, LONGEST_WORD)]) words.add(word)
      if (words.size >= MOST_WORDS) return [...words]
    }
  return [...words]
}

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /\p{Script=Han}/u

function pairsOf(run: string): string[] {
  const signs = [...run]
  return signs.flatMap((sign, at) => (at + 1 < signs.length ? [sign, sign + signs[at + 1]] : [sign]))
}
