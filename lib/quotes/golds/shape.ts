/** What locating brings: a gold, or what has to be mended in the answer. */
export type Located<Gold> = { gold: Gold } | { faults: string[] }

/** How a gold is said in quotes, and found again. What was not changed stays as the gold before had it, with all that quotes cannot say. */
export type QuotedShape<Gold, Quoted> = {
  quote(text: string, gold: Gold): Quoted
  locate(of: { text: string; before: Gold; quoted: Quoted }): Located<Gold>
}

/** Hands out each value once to whoever quotes it in the very same words. */
export class Known<Value> {
  readonly #left = new Map<string, Value[]>()

  constructor(values: readonly Value[], quote: (value: Value) => unknown) {
    for (const value of values) {
      const key = JSON.stringify(quote(value))
      this.#left.set(key, [...(this.#left.get(key) ?? []), value])
    }
  }

  take(quoted: unknown): Value | undefined {
    return this.#left.get(JSON.stringify(quoted))?.shift()
  }
}

/** Gathers faults while values are made of quotes. */
export class Faults {
  readonly found: string[] = []

  take<Value>(made: Value | { fault: string }, where: string): Value | undefined {
    if (made === null || typeof made !== 'object' || !('fault' in made)) return made
    this.found.push(`${where}: ${made.fault}`)
    return undefined
  }

  add(fault: string): void {
    this.found.push(fault)
  }

  or<Gold>(gold: () => Gold): Located<Gold> {
    return this.found.length > 0 ? { faults: this.found } : { gold: gold() }
  }
}
