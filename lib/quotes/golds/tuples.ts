import { isDeepStrictEqual } from 'node:util'
import type { QuotedShape } from '@/lib/quotes/golds/shape'
import { cleanQuote, locateQuote, quotePlace } from '@/lib/quotes/locate-quote'
import type { Quote, QuotedGold } from '@/lib/quotes/model'
import type { OpenieGold, OpenPart } from '@/lib/tasks/openie/gold'

/** Words of a tuple that the text does not have as they are stand nowhere, which is allowed. */
export const tuples: QuotedShape<OpenieGold, QuotedGold<'openie'>> = {
  quote: (text, { tuples: own }) => ({
    tuples: own.map(({ predicate, arguments: given }) => ({
      predicate: quotePart(text, predicate),
      arguments: given.map((part) => quotePart(text, part)),
    })),
  }),
  locate({ text, before, quoted }) {
    const parts = before.tuples.flatMap(({ predicate, arguments: given }) => [predicate, ...given])
    const locatePart = (quote: Quote): OpenPart => {
      const known = parts.find((part) => isDeepStrictEqual(quotePart(text, part), quote))
      if (known) return known
      const found = locateQuote(text, quote)
      const words = cleanQuote(quote.quote)
      if ('fault' in found || found.extent.fragments) return { text: words }
      const { start, end } = found.extent
      return { text: [...text].slice(start, end).join(''), start, end }
    }
    const own = quoted.tuples.map(({ predicate, arguments: given }) => ({
      predicate: locatePart(predicate),
      arguments: given.map(locatePart),
    }))
    return { gold: { tuples: own } }
  },
}

function quotePart(text: string, { text: words, start, end }: OpenPart): Quote {
  return start === undefined || end === undefined
    ? { quote: words, nth: null }
    : quotePlace(text, { start, end })
}
