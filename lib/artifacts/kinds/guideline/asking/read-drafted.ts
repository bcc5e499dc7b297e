import type { DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { itemsOf } from '@/lib/artifacts/drafting/mark-items'
import type { InstanceRow } from '@/lib/artifacts/drafting/read-rows'
import type { ShownTexts } from '@/lib/artifacts/kinds/guideline/asking/guideline-input'
import {
  type Example,
  type GuidelineContent,
  guidelineContentSchema,
} from '@/lib/artifacts/kinds/guideline/content'
import { oneSpace } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { cleanQuote, locateQuote } from '@/lib/quotes/locate-quote'
import { codePointLength } from '@/lib/tasks/model'

type QuotedExample = {
  list: 'samples' | 'contrasts'
  n: number
  quote: string
  tail: string | null
  note: string
}

/** What a model answers to the question for a guideline. */
export type DraftedGuideline = Pick<
  GuidelineContent,
  'definition' | 'includes' | 'excludes' | 'typical' | 'questions'
> & { positives: QuotedExample[]; negatives: QuotedExample[] }

/** The guideline that a model wrote, its examples found again in the texts. What stands in none of them is left out. */
export function readDrafted(
  drafted: DraftedGuideline,
  of: { corpus: DescribedCorpus; label: string; shown: ShownTexts },
): GuidelineContent {
  const { corpus, label, shown } = of
  const rowOf = ({ list, n }: QuotedExample): InstanceRow | undefined =>
    list === 'samples' ? shown.samples[n - 1] : shown.contrasts[n - 1]?.row
  const examples = (quoted: readonly QuotedExample[], find: typeof findItem) =>
    distinct(
      quoted.flatMap((one) => {
        const row = rowOf(one)
        const found = row && find(one, { corpus, label, row })
        return found ? [{ ordinal: row.ordinal, ...found, note: one.note }] : []
      }),
    )
  const { definition, includes, excludes, questions } = drafted
  return guidelineContentSchema.parse({
    ...{ label, language: corpus.written, definition },
    includes: lines(includes),
    excludes: lines(excludes),
    questions: lines(questions),
    typical: lines(drafted.typical.map(cleanQuote)).filter((one) => one.length <= 200),
    positives: examples(drafted.positives, findItem),
    negatives: examples(drafted.negatives, findWords),
  })
}

type Found = Pick<Example, 'start' | 'end' | 'tail'>
type Where = { corpus: DescribedCorpus; label: string; row: InstanceRow }

/** The labelled item that is quoted. */
function findItem({ quote, tail }: QuotedExample, { corpus, label, row }: Where): Found | undefined {
  const items = itemsOf(corpus.taskForm, row, label)
  const says = (words: string, at: { start: number; end: number }) =>
    same(words, [...row.text].slice(at.start, at.end).join(''))
  const item =
    corpus.taskForm === 'tc'
      ? items[0]
      : items.find((one) => says(quote, one.span) && (!one.tail || (tail !== null && says(tail, one.tail))))
  return item && { ...bare(item.span), ...(item.tail && { tail: bare(item.tail) }) }
}

/** Words of a text that carry the label nowhere here. */
function findWords({ quote, tail }: QuotedExample, { corpus, row }: Where): Found | undefined {
  if (corpus.taskForm === 'tc') return { start: 0, end: codePointLength(row.text) }
  const at = place(row.text, quote)
  if (!at) return undefined
  if (tail === null) return at
  const other = place(row.text, tail)
  return other && { ...at, tail: other }
}

/** The first place of the words: an example that has several shows as well by its first. */
function place(text: string, words: string): { start: number; end: number } | undefined {
  if (cleanQuote(words).trim() === '') return undefined
  const only = locateQuote(text, { quote: words, nth: null })
  const found = 'extent' in only ? only : locateQuote(text, { quote: words, nth: 1 })
  return 'extent' in found ? bare(found.extent) : undefined
}

const same = (quote: string, words: string) => oneSpace(cleanQuote(quote)).trim() === oneSpace(words).trim()
const bare = ({ start, end }: { start: number; end: number }) => ({ start, end })
const lines = (texts: readonly string[]) =>
  [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '')

function distinct(examples: Example[]): Example[] {
  const seen = new Set<string>()
  return examples
    .filter(({ ordinal, start, end, tail }) => {
      const key = `${ordinal}:${start}-${end}:${tail?.start ?? ''}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
    .slice(0, 12)
}
