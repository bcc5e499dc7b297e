import type { Emit } from '@/lib/artifacts/kinds/guideline/observation'
import { observePairs } from '@/lib/artifacts/kinds/guideline/observe-pairs'
import { type GoldInstance, type UnitSpan, unitSpans } from '@/lib/artifacts/kinds/guideline/read-gold'
import {
  folded,
  isContentWord,
  kindOfToken,
  type Script,
  tokenAfter,
  tokenBefore,
  tokensBefore,
  tokensOf,
} from '@/lib/artifacts/kinds/guideline/tokens'
import {
  articles,
  functionWords,
  headEnds,
  joiningCharacters,
  joiningWords,
  titlesAfterNames,
} from '@/lib/artifacts/kinds/guideline/word-lists'

const LONG = { spaced: 6, unspaced: 9 }
const LONGEST_ENDING = 6

/** Everything that the miner notices about the mentions of one instance. Both passes over a corpus see the same. */
export function observeGold(instance: GoldInstance, script: Script, emit: Emit): void {
  const spans = unitSpans(instance)
  for (const [i, span] of spans.entries()) {
    const tokens = tokensOf(instance.text.slice(span.start, span.end), script).map(({ text }) => text)
    emit(span, { section: 'frequent', key: span.mention })
    emit(span, { section: 'lengths', key: String(tokens.length) })
    observeShape(span, { tokens, script }, emit)
    observeHeads(span, { tokens, script }, emit)
    observeSides(span, { text: instance.text, script }, emit)
    observeEnds(span, { tokens, script }, emit)
    if (script === 'spaced')
      observeIntroduction(span, { text: instance.text, earlier: spans.slice(Math.max(0, i - 5), i) }, emit)
  }
  observePairs(instance.text, spans, emit)
}

function observeShape(span: UnitSpan, { tokens, script }: { tokens: string[]; script: Script }, emit: Emit) {
  const { mention } = span
  const shape = (key: string) => emit(span, { section: 'shapes', key })
  const isCaps = /^[\p{Lu}\p{N}.&/-]{2,}$/u.test(mention) && /\p{Lu}.*\p{Lu}/u.test(mention)
  if (isCaps) shape('all-caps')
  else if (/^[^\p{L}]*\p{Lu}/u.test(mention)) shape('capitalised')
  if (/\p{Ll}/u.test(mention) && !/\p{Lu}/u.test(mention)) shape('lower-case')
  if (/\p{N}/u.test(mention)) shape('with-digits')
  if (tokens.length === 1) shape('one-token')
  if (tokens.length >= LONG[script]) shape('long')
  const joins = script === 'spaced' ? joiningWords : joiningCharacters
  if (tokens.slice(1, -1).some((token) => joins.has(token))) shape('with-joining-word')
}

/** The head of a name: "Party" in "Liberal Party of Canada"; in Chinese the endings that names may share. */
function observeHeads(span: UnitSpan, { tokens, script }: { tokens: string[]; script: Script }, emit: Emit) {
  if (script === 'unspaced') {
    for (let length = 1; length <= Math.min(LONGEST_ENDING, tokens.length); length++) {
      const ending = tokens.slice(-length).join('')
      if (/^\p{Script=Han}+$/u.test(ending)) emit(span, { section: 'heads', key: ending })
    }
    return
  }
  const end = tokens.findIndex((token, i) => i > 0 && headEnds.has(token))
  const core = tokens.slice(0, end < 0 ? undefined : end)
  const head = core.findLast((token) => !/^(?:\p{N}+|[IVX]+)$/u.test(token))
  if (tokens.length > 1 && head && isContentWord(head)) emit(span, { section: 'heads', key: head })
}

function observeSides(span: UnitSpan, { text, script }: { text: string; script: Script }, emit: Emit) {
  const before = tokenBefore(text, span.start, script)
  const after = tokenAfter(text, span.end, script)
  if (before) {
    const key = besideKey(before.text, script, text.slice(0, before.start))
    emit(span, { section: 'before', key, wider: { start: before.start, end: span.end } })
  }
  if (after) {
    const key = besideKey(after.text, script)
    emit(span, { section: 'after', key, wider: { start: span.start, end: after.end } })
  }
  if (!before || !after) return
  const kinds = [kindOfToken(before.text, script), kindOfToken(after.text, script)]
  const wider = { start: before.start, end: after.end }
  if (kinds.every((kind) => kind === 'quote')) emit(span, { section: 'shapes', key: 'in-quotes', wider })
  if (kinds.every((kind) => kind === 'bracket')) emit(span, { section: 'shapes', key: 'in-brackets', wider })
}

/** The token and its kind in one key. */
function besideKey(token: string, script: Script, before = ''): string {
  return `${kindOfToken(token, script, before)}\t${folded(token)}`
}

/** What a mention begins and ends with, so far as it can also stand outside. */
function observeEnds(span: UnitSpan, { tokens, script }: { tokens: string[]; script: Script }, emit: Emit) {
  const title =
    script === 'unspaced' ? titlesAfterNames.find((word) => span.mention.endsWith(word)) : undefined
  const first = tokens[0]
  const last = title ?? tokens.at(-1)
  const says = (token: string) =>
    (token !== span.mention || articles.has(token.toLowerCase())) &&
    (script === 'spaced' || kindOfToken(token, script) !== 'word')
  if (first && says(first)) emit(span, { section: 'first', key: besideKey(first, script) })
  if (last && says(last)) emit(span, { section: 'last', key: besideKey(last, script) })
}

/** The words that lead up to a mention, from the nearest word of meaning on: "president of", "member of the". */
function observeIntroduction(
  span: UnitSpan,
  { text, earlier }: { text: string; earlier: UnitSpan[] },
  emit: Emit,
) {
  const tokens = tokensBefore(text, { at: span.start, count: 4, script: 'spaced' })
  const from = tokens.findLastIndex(({ text: word }) => !functionWords.has(word.toLowerCase()))
  const lead = tokens[from]
  if (!lead || from === tokens.length - 1 || !isContentWord(lead.text)) return
  if (/^\p{Lu}/u.test(lead.text) && kindOfToken(lead.text, 'spaced') !== 'title') return
  if (earlier.some((other) => other.end > lead.start)) return
  const words = tokens.slice(from).map((token) => folded(token.text))
  emit(span, { section: 'introducing', key: words.join(' ') })
}
