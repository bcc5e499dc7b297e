import type { Offsets } from '@/lib/tasks/model'

/**
 * The sentence, or the sentences, that a place lies in, without space around, in UTF-16 units. A sentence ends at a full stop or the
 * like with what closes it, and at a line break; a full stop ends none after an abbreviation or an initial, or before a small letter.
 */
export function findSentence(text: string, { start, end }: Offsets): Offsets {
  let [from, to] = [start, Math.max(end, start + 1)]
  while (from > 0 && !endsSentence(text, from)) from--
  while (to < text.length && !endsSentence(text, to)) to++
  const inside = text.slice(from, to)
  return {
    start: from + inside.length - inside.trimStart().length,
    end: to - (inside.length - inside.trimEnd().length),
  }
}

const STOPS = '.!?。！？…'
const CLOSERS = `"'”’)）」』】]`
const FULL_WIDTH = '。！？…'

/** Does a sentence end right before this place? */
function endsSentence(text: string, at: number): boolean {
  if (text.charAt(at - 1) === '\n') return true
  let last = at - 1
  while (last > 0 && CLOSERS.includes(text.charAt(last))) last--
  const stop = text.charAt(last)
  if (!STOPS.includes(stop)) return false
  const next = text.charAt(at)
  if (CLOSERS.includes(next) || STOPS.includes(next)) return false
  if (FULL_WIDTH.includes(stop)) return true
  if (next !== '' && !/\s/.test(next)) return false
  if (stop !== '.') return true
  return !isAbbreviated(text, last) && !/^\s+\p{Ll}/u.test(text.slice(at, at + 8))
}

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sr jr st rev hon gen col capt lt sgt sen rep gov mt vs etc e.g i.e cf al fig figs no vol pp ed eds approx ' +
    'inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n d.c a.m p.m b.c a.d'
  ).split(' '),
)

function isAbbreviated(text: string, stop: number): boolean {
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? ''
  return /^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase())
}
