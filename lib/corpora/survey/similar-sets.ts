/** Sets of ordinals that grow together, for ordinals from 1 on. A set counts when not all of it is the very same text. */
export class SimilarSets {
  private readonly parents: Int32Array
  private readonly differing = new Set<number>()

  constructor(most: number) {
    this.parents = Int32Array.from({ length: most + 1 }, (_, i) => i)
  }

  join(a: number, b: number, { areSame }: { areSame: boolean }): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)].sort((x, y) => x - y) as [number, number]
    if (first !== second) this.parents[second] = first
    if (!areSame || this.differing.delete(second)) this.differing.add(first)
  }

  /** Of each set among these the first ordinal that is given. */
  oneOfEach(ordinals: readonly number[]): number[] {
    const found = new Map<number, number>()
    for (const ordinal of ordinals) {
      const root = this.rootOf(ordinal)
      if (!found.has(root)) found.set(root, ordinal)
    }
    return [...found.values()]
  }

  /** Sets of two and more that are not all the same, each in order, the first begins with the lowest ordinal. */
  groups(): number[][] {
    const groups = new Map<number, number[]>(
      [...this.differing].sort((a, b) => a - b).map((root) => [root, []]),
    )
    for (let ordinal = 1; ordinal < this.parents.length; ordinal++)
      groups.get(this.rootOf(ordinal))?.push(ordinal)
    return [...groups.values()]
  }

  private rootOf(ordinal: number): number {
    let root = ordinal
    while (this.parents[root] !== root) root = this.parents[root]!
    for (let at = ordinal; at !== root; ) {
      const next = this.parents[at]!
      this.parents[at] = root
      at = next
    }
    return root
  }
}
