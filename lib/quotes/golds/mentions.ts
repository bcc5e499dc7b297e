import { Faults, type QuotedShape } from '@/lib/quotes/golds/shape'
import { locateQuote, quotePlace } from '@/lib/quotes/locate-quote'
import type { QuotedGold } from '@/lib/quotes/model'
import type { NerGold } from '@/lib/tasks/ner/gold'

export const mentions: QuotedShape<NerGold, QuotedGold<'ner'>> = {
  quote: (text, { spans }) => ({
    spans: spans.map((span) => ({ ...quotePlace(text, span), label: span.label })),
  }),
  locate({ text, quoted }) {
    const faults = new Faults()
    const spans = quoted.spans.flatMap(({ label, ...quote }, at) => {
      const found = faults.take(locateQuote(text, quote), `spans[${at}]`)
      return found ? [{ ...found.extent, label }] : []
    })
    return faults.or(() => ({ spans }))
  },
}
