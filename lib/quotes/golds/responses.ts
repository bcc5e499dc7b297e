import type { QuotedShape } from '@/lib/quotes/golds/shape'
import type { QuotedGold } from '@/lib/quotes/model'
import { unshowText } from '@/lib/quotes/show-hidden'
import type { GeneralGold } from '@/lib/tasks/general/gold'

/** A conversation is answered by its last response; what was said before stays. */
export const responses: QuotedShape<GeneralGold, QuotedGold<'general'>> = {
  quote: (_text, gold) => ({ response: gold.turns[lastResponse(gold)]?.text ?? '' }),
  locate({ before, quoted }) {
    const last = lastResponse(before)
    const text = unshowText(quoted.response)
    return { gold: { turns: before.turns.map((turn, at) => (at === last ? { ...turn, text } : turn)) } }
  },
}

function lastResponse({ turns }: GeneralGold): number {
  return turns.findLastIndex(({ from }) => from === 'assistant')
}
