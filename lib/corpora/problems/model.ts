import type { IssueCode } from '@/lib/corpora/model'

/** What an import says of an answer whose place is not where the source says. */
export const placeIssues: readonly IssueCode[] = [
  ...(['span-out-of-range', 'span-moved', 'words-moved', 'words-spaced'] as const),
  ...(['words-ambiguous', 'words-absent', 'answer-impossible', 'answer-empty'] as const),
]
