import { z } from 'zod'
import { codePointLength, sliceCodePoints } from '@/lib/tasks/model'

/** An answer; with the code point where it starts if it stands in the text as it is. */
export const readingAnswerSchema = z.object({
  text: z.string().min(1),
  start: z.number().int().nonnegative().optional(),
})
export type ReadingAnswer = z.infer<typeof readingAnswerSchema>

/**
 * Gold of reading comprehension: one question about the text. Its answers are equally right wordings or several things asked for,
 * as the corpus has it. With options they are among these. An unanswerable question has none; `plausible` are the answers that
 * only look right.
 */
export const mrcGoldSchema = z.object({
  question: z.string().min(1),
  answers: z.array(readingAnswerSchema),
  answerable: z.boolean(),
  options: z.array(z.string().min(1)).min(1).optional(),
  plausible: z.array(readingAnswerSchema).min(1).optional(),
})
export type MrcGold = z.infer<typeof mrcGoldSchema>

/** Answers by place, then by words, none twice; options in their own order, which is part of the question. */
export function canonicalMrcGold({ question, answers, answerable, options, plausible }: MrcGold): MrcGold {
  return {
    question,
    answers: canonicalAnswers(answers),
    answerable,
    ...(options?.length && { options: [...new Set(options)] }),
    ...(plausible?.length && { plausible: canonicalAnswers(plausible) }),
  }
}

/** What in the gold does not fit its text, or itself. */
export function mrcFaults(text: string, gold: MrcGold): string[] {
  const { question, answers, answerable, options, plausible = [] } = gold
  const faults = question.trim() === '' ? ['question: it is empty.'] : []
  if (answerable && answers.length === 0) faults.push('answers: the question is answerable and has none.')
  if (!answerable && answers.length > 0) faults.push('answers: the question is unanswerable and has some.')
  const isOffered = ({ text: words }: ReadingAnswer) => options === undefined || options.includes(words)
  return [
    ...faults,
    ...answers.flatMap((answer, at) => [
      ...answerFaults(text, answer, `answers[${at}]`),
      ...(isOffered(answer) ? [] : [`answers[${at}]: it is not among the options.`]),
    ]),
    ...plausible.flatMap((answer, at) => answerFaults(text, answer, `plausible[${at}]`)),
  ]
}

/** Where an answer ends, in code points. */
export function endOf({ text, start }: ReadingAnswer & { start: number }): number {
  return start + codePointLength(text)
}

function answerFaults(text: string, answer: ReadingAnswer, place: string): string[] {
  if (answer.text.trim() === '') return [`${place}: it has no words.`]
  const { start } = answer
  if (start === undefined) return []
  const [end, length] = [endOf({ text: answer.text, start }), codePointLength(text)]
  if (end > length) return [`${place}: it ends at ${end}, and the text has ${length} characters.`]
  return sliceCodePoints(text, start, end) === answer.text
    ? []
    : [`${place}: the text has other words from ${start} to ${end} than it says.`]
}

function canonicalAnswers(answers: readonly ReadingAnswer[]): ReadingAnswer[] {
  const sorted = answers.map(bare).sort(compareAnswers)
  return sorted.filter((answer, i) => i === 0 || compareAnswers(answer, sorted[i - 1]!) !== 0)
}

function compareAnswers(a: ReadingAnswer, b: ReadingAnswer): number {
  const [ours, theirs] = [a.start ?? Number.MAX_SAFE_INTEGER, b.start ?? Number.MAX_SAFE_INTEGER]
  return ours - theirs || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
}

function bare({ text, start }: ReadingAnswer): ReadingAnswer {
  return start === undefined ? { text } : { text, start }
}
