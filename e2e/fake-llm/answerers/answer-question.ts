import type { Answerer } from './answerer'
import { wantsChinese } from './read-fenced'
import { between, pick } from './school/draw-list'
import { answerWords } from './school/homework-words'

/** Steps about words and numbers of the question, and a result. Nothing else is known to it. */
export const answerQuestion: Answerer = {
  prompt: 'answer-question',
  answer({ fences, draw, request }) {
    const question = fences.question?.[0] ?? ''
    const { steps, ends } = answerWords[wantsChinese(request) ? 'zh' : 'en']
    const parts = partsOf(question)
    const numbers = (question.match(/\d{1,9}/g) ?? ['1']).map(Number)
    const say = (frames: typeof steps) => pick(frames, draw)(pick(parts, draw), pick(numbers, draw))
    const lines = Array.from({ length: between(3, 6, draw) }, (_, at) => `${at + 1}. ${say(steps)}`)
    return [...lines, '', say(ends)].join('\n')
  },
}

/** Runs of a few words, or of a few characters where no spaces are written. */
function partsOf(question: string): string[] {
  const clauses = question.split(/[\s]*[,.;:?!，。；：？！、\n]+[\s]*/u).filter(Boolean)
  const parts = clauses.flatMap((clause) => {
    const words = clause.split(/\s+/)
    if (words.length < 4) return [clause.slice(0, 24)]
    return Array.from({ length: Math.ceil(words.length / 5) }, (_, at) =>
      words.slice(at * 5, at * 5 + 5).join(' '),
    )
  })
  return parts.length > 0 ? parts : ['—']
}
