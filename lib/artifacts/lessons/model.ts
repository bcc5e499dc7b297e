import type { Lessons } from '@/lib/calls/prompts/schema'

/** A decision on a draft of before, as far as it can teach. */
export type PastDecision = {
  id: string
  number: number
  verdict: 'edit' | 'reject'
  reasonCode: string | null
  comment: string
  artifactId: string
  corpusId: string | null
  key: string
  /** Of an edit: the lines that it took away. Of a rejection: what was rejected. */
  before: string[]
  /** Of an edit: the lines that it brought. */
  after: string[]
}

/** What a prompt is told, and the decisions that it is told of. */
export type SelectedLessons = { lessons: Lessons; decisionIds: string[] }

export const NO_LESSONS: SelectedLessons = { lessons: { examples: [], avoid: [] }, decisionIds: [] }

export const MOST_EXAMPLES = 4
export const MOST_AVOIDED = 8
const MOST_LETTERS = 1200
const MOST_REASON = 300

/** What decisions are chosen for. */
export type TaughtAbout = { key: string; corpusId: string | null }

/**
 * Which decisions teach most about the next draft of something: those about the nearest label first, then the newest, none that says
 * what another says already. An artifact teaches by its newest decision alone.
 */
export function chooseLessons(decisions: readonly PastDecision[], about: TaughtAbout): SelectedLessons {
  const newest = newestOfEach(decisions)
  const edits = newest.filter(({ verdict, after }) => verdict === 'edit' && after.length > 0)
  const rejections = newest.filter(({ verdict }) => verdict === 'reject')
  const examples = chooseDiverse(edits, { about, most: MOST_EXAMPLES, says: ({ after }) => after.join(' ') })
  const avoid = chooseDiverse(rejections, { about, most: MOST_AVOIDED, says: reasonText })
  return {
    lessons: {
      examples: examples.map(({ key, before, after }) => ({
        before: shortened([key, ...before].join('\n')),
        after: shortened([key, ...after].join('\n')),
      })),
      avoid: [...new Set(avoid.map(reasonText))],
    },
    decisionIds: [...examples, ...avoid].map(({ id }) => id),
  }
}

function newestOfEach(decisions: readonly PastDecision[]): PastDecision[] {
  const newest = new Map<string, PastDecision>()
  for (const decision of decisions) {
    const known = newest.get(decision.artifactId)
    if (!known || known.number < decision.number) newest.set(decision.artifactId, decision)
  }
  return [...newest.values()].sort((a, b) => b.number - a.number)
}

const NEARNESS = 1
const NEWNESS = 0.3
const REPETITION = 0.6

/** Greedily the best that is left, less what it repeats of those chosen. Equal ones: the newer. */
function chooseDiverse(
  newestFirst: readonly PastDecision[],
  of: { about: TaughtAbout; most: number; says: (one: PastDecision) => string },
): PastDecision[] {
  let left = newestFirst.map((decision, at) => ({
    decision,
    words: wordSet(of.says(decision)),
    worth:
      NEARNESS * nearness(decision, of.about) + (NEWNESS * (newestFirst.length - at)) / newestFirst.length,
  }))
  const chosen: typeof left = []
  while (left.length > 0 && chosen.length < of.most) {
    const valued = left.map((one) => ({
      one,
      value: one.worth - REPETITION * Math.max(0, ...chosen.map(({ words }) => overlap(words, one.words))),
    }))
    const best = valued.reduce((a, b) => (b.value > a.value ? b : a)).one
    chosen.push(best)
    left = left.filter((one) => one !== best)
  }
  return chosen.map(({ decision }) => decision)
}

/** 1 for the very same thing, somewhat less for the same label elsewhere, else how alike the labels are spelt. */
export function nearness({ key, corpusId }: TaughtAbout, about: TaughtAbout): number {
  if (key === about.key) return corpusId === about.corpusId ? 1 : 0.9
  return 0.8 * overlap(gramsOf(key), gramsOf(about.key))
}

function gramsOf(label: string): Set<string> {
  const letters = [
    ...` ${label
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `,
  ]
  return new Set(letters.map((_, at) => letters.slice(at, at + 3).join('')).slice(0, -2))
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [])
}

/** Jaccard: what both have among what either has. */
function overlap(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  const shared = [...ours].filter((one) => theirs.has(one)).length
  return shared / Math.max(1, ours.size + theirs.size - shared)
}

/** A rejection in words: why, what the reviewer added, and what it was about. */
function reasonText({ reasonCode, comment, key, before }: PastDecision): string {
  const why = [(reasonCode ?? 'rejected').replaceAll('-', ' '), comment.trim()].filter(Boolean).join(': ')
  const about = before[0] === undefined ? key : `${key}, ${before[0]}`
  return shortened(`${why} (${about})`, MOST_REASON)
}

function shortened(text: string, most = MOST_LETTERS): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
