import type { Observation } from '@/lib/artifacts/kinds/guideline/mining/observation'
import {
  besideKey,
  isContentWord,
  kindOfToken,
  tokensOf,
} from '@/lib/artifacts/kinds/guideline/mining/tokens'
import {
  articles,
  headEnds,
  joiningCharacters,
  joiningWords,
  titlesAfterNames,
} from '@/lib/artifacts/kinds/guideline/mining/word-lists'
import type { Script } from '@/lib/tasks/model'

const LONG = { spaced: 6, unspaced: 9 }
const LONGEST_ENDING = 6
const MOST_KEPT = 20_000

/** What holds of a mention by its words alone. The same words come again and again, so what was found is kept a while. */
export class WordingObserver {
  private readonly kept = new Map<string, Observation[]>()

  constructor(private readonly script: Script) {}

  observe(mention: string): Observation[] {
    const known = this.kept.get(mention)
    if (known) return known
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    const found = observeWording(mention, this.script)
    this.kept.set(mention, found)
    return found
  }
}

function observeWording(mention: string, script: Script): Observation[] {
  const tokens = tokensOf(mention, script).map(({ text }) => text)
  return [
    { section: 'frequent', key: mention },
    { section: 'lengths', key: String(tokens.length) },
    ...shapesOf(mention, { tokens, script }).map((key) => ({ section: 'shapes' as const, key })),
    ...headsOf(tokens, script).map((key) => ({ section: 'heads' as const, key })),
    ...endsOf(mention, { tokens, script }),
  ]
}

function shapesOf(mention: string, { tokens, script }: { tokens: string[]; script: Script }): string[] {
  const isCaps = /^[\p{Lu}\p{N}.&/-]{2,}$/u.test(mention) && /\p{Lu}.*\p{Lu}/u.test(mention)
  const joins = script === 'spaced' ? joiningWords : joiningCharacters
  const shapes = {
    'all-caps': isCaps,
    capitalised: !isCaps && /^[^\p{L}]*\p{Lu}/u.test(mention),
    'lower-case': /\p{Ll}/u.test(mention) && !/\p{Lu}/u.test(mention),
    'with-digits': /\p{N}/u.test(mention),
    'one-token': tokens.length === 1,
    long: tokens.length >= LONG[script],
    'with-joining-word': tokens.slice(1, -1).some((token) => joins.has(token)),
  }
  return Object.entries(shapes).flatMap(([shape, holds]) => (holds ? [shape] : []))
}

/** The head of a name: "Party" in "Liberal Party of Canada"; in Chinese the endings that names may share. */
function headsOf(tokens: string[], script: Script): string[] {
  if (script === 'unspaced') {
    const lengths = Array.from({ length: Math.min(LONGEST_ENDING, tokens.length) }, (_, i) => i + 1)
    return lengths
      .map((length) => tokens.slice(-length).join(''))
      .filter((end) => /^\p{Script=Han}+$/u.test(end))
  }
  const end = tokens.findIndex((token, i) => i > 0 && headEnds.has(token))
  const core = tokens.slice(0, end < 0 ? undefined : end)
  const head = core.findLast((token) => !/^(?:\p{N}+|[IVX]+)$/u.test(token))
  return tokens.length > 1 && head && isContentWord(head) ? [head] : []
}

/** What a mention begins and ends with, so far as it can also stand outside. */
function endsOf(mention: string, { tokens, script }: { tokens: string[]; script: Script }): Observation[] {
  const title = script === 'unspaced' ? titlesAfterNames.find((word) => mention.endsWith(word)) : undefined
  const says = (token: string | undefined): token is string =>
    token !== undefined &&
    (token !== mention || articles.has(token.toLowerCase())) &&
    (script === 'spaced' || kindOfToken(token, script) !== 'word')
  const first = tokens[0]
  const last = title ?? tokens.at(-1)
  return [
    ...(says(first) ? [{ section: 'first' as const, key: besideKey(first, script) }] : []),
    ...(says(last) ? [{ section: 'last' as const, key: besideKey(last, script) }] : []),
  ]
}
