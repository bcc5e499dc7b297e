import { Faults, Known, type QuotedShape } from '@/lib/quotes/golds/shape'
import { locateQuote, quotePlace } from '@/lib/quotes/locate-quote'
import type { QuotedGold } from '@/lib/quotes/model'
import type { NerGold, NerSpan } from '@/lib/tasks/ner/gold'

export const mentions: QuotedShape<NerGold, QuotedGold<'ner'>> = {
  quote: (text, { spans }) => ({ spans: spans.map((span) => quoteSpan(text, span)) }),
  locate({ text, before, quoted }) {
    const faults = new Faults()
    const known = new Known(before.spans, (span) => quoteSpan(text, span))
    const spans = quoted.spans.flatMap(({ quote, nth, label }, at): NerSpan[] => {
      const kept = known.take({ quote, nth, label })
      if (kept) return [kept]
      const found = faults.take(locateQuote(text, { quote, nth }), `spans[${at}]`)
      return found ? [{ ...found.extent, label }] : []
    })
    return faults.or(() => ({ spans }))
  },
}

function quoteSpan(text: string, span: NerSpan) {
  return { ...quotePlace(text, span), label: span.label }
}
