import type { Emit } from '@/lib/artifacts/kinds/guideline/mining/observation'
import { observePairs } from '@/lib/artifacts/kinds/guideline/mining/observe-pairs'
import { WordingObserver } from '@/lib/artifacts/kinds/guideline/mining/observe-wording'
import type { UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import {
  besideKey,
  folded,
  isContentWord,
  kindOfToken,
  type Token,
  titleBefore,
  tokenAfter,
  tokensBefore,
} from '@/lib/artifacts/kinds/guideline/mining/tokens'
import { functionWords } from '@/lib/artifacts/kinds/guideline/mining/word-lists'
import type { Script } from '@/lib/tasks/model'

/** Tokens to look back for the words that introduce a mention. */
const LOOK_BACK = 4

/** Notices everything that the miner counts about the mentions of an instance. Both passes over a corpus see the same. */
export class GoldObserver {
  private readonly wordings: WordingObserver

  constructor(private readonly script: Script) {
    this.wordings = new WordingObserver(script)
  }

  observe(text: string, spans: readonly UnitSpan[], emit: Emit): void {
    for (const [i, span] of spans.entries()) {
      for (const seen of this.wordings.observe(span.mention)) emit(span, seen)
      const before = tokensBefore(text, { at: span.start, count: LOOK_BACK, script: this.script })
      this.observeSides(
        span,
        { text, before: titleBefore(text, span.start, this.script) ?? before.at(-1) },
        emit,
      )
      if (this.script === 'spaced')
        observeIntroduction(span, { before, earlier: spans.slice(Math.max(0, i - 5), i) }, emit)
    }
    observePairs(text, spans, emit)
  }

  private observeSides(
    span: UnitSpan,
    { text, before }: { text: string; before: Token | undefined },
    emit: Emit,
  ) {
    const { script } = this
    const after = tokenAfter(text, span.end, script)
    if (before) {
      const key = besideKey(before.text, script, text[before.start - 1])
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
    if (kinds.every((kind) => kind === 'bracket'))
      emit(span, { section: 'shapes', key: 'in-brackets', wider })
  }
}

/** The words that lead up to a mention, from the nearest word of meaning on: "president of", "member of the". */
function observeIntroduction(
  span: UnitSpan,
  { before, earlier }: { before: Token[]; earlier: readonly UnitSpan[] },
  emit: Emit,
) {
  const from = before.findLastIndex(({ text: word }) => !functionWords.has(word.toLowerCase()))
  const lead = before[from]
  if (!lead || from === before.length - 1 || !isContentWord(lead.text)) return
  if (/^\p{Lu}/u.test(lead.text) && kindOfToken(lead.text, 'spaced') !== 'title') return
  if (earlier.some((other) => other.end > lead.start)) return
  const words = before.slice(from).map((token) => folded(token.text))
  emit(span, { section: 'introducing', key: words.join(' ') })
}
