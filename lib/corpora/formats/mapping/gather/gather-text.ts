import { checkText } from '@/lib/corpora/formats/check-text'
import { joinTokens } from '@/lib/corpora/formats/join-tokens'
import type { Selected } from '@/lib/corpora/formats/mapping/gather/model'
import { selectItems, selectWords, wordsOf } from '@/lib/corpora/formats/mapping/gather/select-values'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import { codePointLength, type Offsets } from '@/lib/tasks/model'

/** The text of a record and its tokens' places, where it has tokens. A text that is not told is its tokens joined. */
export function gatherText(
  record: Selected,
  { text: path, tokens: tokensPath }: Mapping,
): { text: string; tokens: Offsets[]; faults: Fault[] } {
  const tokens = selectItems(record, tokensPath).flatMap(({ value }) => wordsOf(value) ?? [])
  const joined = joinTokens(tokens)
  const told = selectWords(record, path)
  const text = path === undefined ? joined.text : told
  if (text === undefined || (path === undefined && tokens.length === 0))
    return {
      text: '',
      tokens: [],
      faults: [
        error('text-missing', `There is no text at ${path ?? tokensPath}.`, {
          keys: path ?? tokensPath ?? '',
        }),
      ],
    }
  const starts = path === undefined ? joined.starts : startsIn(text, tokens)
  const places = starts.map((start, at) => ({ start, end: start + codePointLength(tokens[at]!) }))
  return { text, tokens: places, faults: checkText(text, path ?? tokensPath) }
}

/** Where tokens stand in a text, each after the one before; those from the first on that does not stand there are left out. */
function startsIn(text: string, tokens: readonly string[]): number[] {
  const starts: number[] = []
  let unit = 0
  let point = 0
  for (const token of tokens) {
    const at = text.indexOf(token, unit)
    if (at < 0) return starts
    point += codePointLength(text.slice(unit, at))
    starts.push(point)
    unit = at + token.length
    point += codePointLength(token)
  }
  return starts
}
