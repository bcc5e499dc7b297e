import type { QuotedShape } from '@/lib/quotes/golds/shape'
import type { QuotedGold } from '@/lib/quotes/model'
import type { TcGold } from '@/lib/tasks/tc/gold'

export const classes: QuotedShape<TcGold, QuotedGold<'tc'>> = {
  quote: (_text, { labels }) => ({ labels }),
  locate: ({ before, quoted }) =>
    !before.multi && quoted.labels.length > 1
      ? { faults: ['labels: one class at most can be right.'] }
      : { gold: { ...before, labels: quoted.labels } },
}
