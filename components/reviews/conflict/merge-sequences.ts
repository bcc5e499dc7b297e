import { diff3MergeRegions } from 'node-diff3'

/** A stretch of a merged sequence: untouched, changed by one side, changed alike by both, or by each in its own way. */
export type Stretch<Item> =
  | { kind: 'same' | 'mine' | 'theirs' | 'alike'; items: Item[] }
  | { kind: 'conflict'; base: Item[]; mine: Item[]; theirs: Item[] }

/** Merges what two people made of one sequence. Items are the same when their names are. */
export function mergeSequences<Item>(
  of: { base: readonly Item[]; mine: readonly Item[]; theirs: readonly Item[] },
  nameOf: (item: Item) => string,
): Stretch<Item>[] {
  // Numbers for names: the library keeps what it compares in an object, where a word such as “constructor” means something else.
  const numbers = new Map<string, number>()
  const numbered = (items: readonly Item[]) =>
    items.map((item) => {
      const name = nameOf(item)
      const number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      return number
    })
  const [mine, base, theirs] = [numbered(of.mine), numbered(of.base), numbered(of.theirs)]
  return diff3MergeRegions(mine, base, theirs).map((region) => {
    if (region.stable) {
      const { buffer, bufferStart, bufferLength } = region
      const source = buffer === 'a' ? of.mine : buffer === 'b' ? of.theirs : of.base
      const kind = buffer === 'a' ? 'mine' : buffer === 'b' ? 'theirs' : 'same'
      return { kind, items: source.slice(bufferStart, bufferStart + bufferLength) }
    }
    const own = of.mine.slice(region.aStart, region.aStart + region.aLength)
    if (region.aContent.join() === region.bContent.join()) return { kind: 'alike', items: own }
    return {
      kind: 'conflict',
      base: of.base.slice(region.oStart, region.oStart + region.oLength),
      mine: own,
      theirs: of.theirs.slice(region.bStart, region.bStart + region.bLength),
    }
  })
}
