import type { Typing, Typist } from '@/components/reviews/use-typing'
import { type PairContent, pairContentSchema } from '@/lib/artifacts/kinds/pair/content'

export const pairSections = ['question', 'answer'] as const
export type PairSection = (typeof pairSections)[number]

/** A pair while it is being typed. What it was asked about stays as it is. */
export type TypedPair = Record<PairSection, string>
export type PairProblem = { section: string; message: string }
export type PairTyping = Typing<PairContent, TypedPair, PairProblem>

export const pairTypist: Typist<PairContent, TypedPair, PairProblem> = {
  typedOf: ({ question, answer }) => ({ question, answer }),
  contentOf: ({ question, answer }, base) => ({ ...base, question: question.trim(), answer: answer.trim() }),
  problemsOf: (content) => {
    const read = pairContentSchema.safeParse(content)
    return read.success
      ? []
      : read.error.issues.map(({ path, message }) => ({ section: String(path[0]), message }))
  },
}
