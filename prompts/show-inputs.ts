import type { Figure, Lessons, NamedLabel, Sample, WrittenGuideline } from '@/lib/calls/prompts/schema'
import { markPlaces } from '@/lib/quotes/mark-places'
import { showText } from '@/lib/quotes/show-hidden'

/** So many code points of one text are shown: a document is shown around what is marked in it. */
const MOST_OF_TEXT = 1600

/** One thing a line, as JSON: no text can begin a line of its own. What is empty or unknown is left out. */
export function line(entry: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(entry).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return JSON.stringify(Object.fromEntries(known))
}

export function showSamples(samples: readonly Sample[]): string[] {
  return samples.map(({ text, marks, note }, at) =>
    line({ n: at + 1, text: markPlaces(text, marks, MOST_OF_TEXT), note: showText(note) }),
  )
}

export function showLabel({ label, names, count }: NamedLabel): string {
  return line({ label, en: names.en, zh: names.zh, count })
}

export function showFigures(figures: readonly Figure[]): string[] {
  return figures.map(({ kind, what, count, against, label }) =>
    line({ kind, what: showText(what), count, against, label }),
  )
}

/** The kinds of figures among these: the words say what each of them counts. */
export function kindsOf(figures: readonly Figure[]): string[] {
  return [...new Set(figures.map(({ kind }) => kind))]
}

export function showGuidelines(guidelines: readonly WrittenGuideline[]): string[] {
  return guidelines.map(({ label, definition, includes, excludes }) =>
    line({ label, definition, includes, excludes }),
  )
}

/** The two blocks of what people's decisions teach. */
export function showLessons({ examples, avoid }: Lessons): { edits: string[]; avoid: string[] } {
  return {
    edits: examples.map(({ before, after }) => line({ before, after })),
    avoid: avoid.map((reason) => line({ avoid: reason })),
  }
}
