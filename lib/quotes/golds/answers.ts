import { isDeepStrictEqual } from 'node:util'
import { Faults, type QuotedShape } from '@/lib/quotes/golds/shape'
import { cleanQuote, locateQuote, quotePlace } from '@/lib/quotes/locate-quote'
import type { Quote, QuotedGold } from '@/lib/quotes/model'
import { sliceCodePoints } from '@/lib/tasks/model'
import { endOf, type MrcGold, type ReadingAnswer } from '@/lib/tasks/mrc/gold'

/** Answers stand in the text, or are among the options. Where the gold has free answers, a new one may be free as well. */
export const answers: QuotedShape<MrcGold, QuotedGold<'mrc'>> = {
  quote: (text, gold) => ({ answers: gold.answers.map((answer) => quoteAnswer(text, answer)) }),
  locate({ text, before, quoted }) {
    const faults = new Faults()
    const mayBeFree = before.answers.some(({ start }) => start === undefined)
    const found = quoted.answers.flatMap((quote, at): ReadingAnswer[] => {
      const known = before.answers.find((answer) => isDeepStrictEqual(quoteAnswer(text, answer), quote))
      if (known) return [known]
      const words = cleanQuote(quote.quote)
      if (before.options) {
        if (!before.options.includes(words))
          faults.add(`answers[${at}]: “${words}” is not among the options.`)
        return [{ text: words }]
      }
      const place = locateQuote(text, quote)
      if ('fault' in place || place.extent.fragments) {
        if (!mayBeFree) faults.take(place, `answers[${at}]`)
        return [{ text: words }]
      }
      const { start, end } = place.extent
      return [{ text: sliceCodePoints(text, start, end), start }]
    })
    return faults.or(() => ({ ...before, answers: found, answerable: found.length > 0 }))
  },
}

function quoteAnswer(text: string, { text: words, start }: ReadingAnswer): Quote {
  if (start === undefined) return { quote: words, nth: null }
  return quotePlace(text, { start, end: endOf({ text: words, start }) })
}
