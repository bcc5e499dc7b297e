import { STRETCH } from '@/lib/corpora/survey/model'
import { encodeOrdinals } from '@/lib/corpora/survey/postings'
import { type CopyRows, copyText } from '@/lib/platform/copy'

/** Which instances of a stretch of the corpus have which terms: rows of the index before they are written. */
export type TermStretch = { terms: Map<string, number[]>; postings: number }

/** Keeps the memory of a stretch of long texts in bounds: it is then written in parts. */
const MOST_POSTINGS = 3_000_000

export function newStretch(): TermStretch {
  return { terms: new Map(), postings: 0 }
}

/** Ordinals come in ascending order. */
export function addTerms(stretch: TermStretch, ordinal: number, terms: Iterable<string>): void {
  for (const term of terms) {
    const ordinals = stretch.terms.get(term)
    if (ordinals) ordinals.push(ordinal)
    else stretch.terms.set(term, [ordinal])
    stretch.postings++
  }
}

/** A row never reaches from one stretch into the next, so that stretches can be searched one by one. */
export function endsStretch(stretch: TermStretch, ordinal: number): boolean {
  return ordinal % STRETCH === 0 || stretch.postings >= MOST_POSTINGS
}

/** As rows of COPY, in the order of the index's key. */
export function stretchRows(stretch: TermStretch, surveyId: number, rows: CopyRows): void {
  for (const term of [...stretch.terms.keys()].sort()) {
    const ordinals = stretch.terms.get(term)!
    rows.add(
      `${surveyId}\t${copyText(term)}\t${ordinals[0]}\t\\\\x${encodeOrdinals(ordinals).toString('hex')}\n`,
    )
  }
}
