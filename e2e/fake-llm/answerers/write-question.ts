import type { Answerer } from './answerer'
import { linesOf, listAt, textAt, wantsChinese } from './read-fenced'
import { between, pick } from './school/draw-list'
import { homeworkWords } from './school/homework-words'

/** A case with somebody in it, and a task that names every concept that was chosen. */
export const writeQuestion: Answerer = {
  prompt: 'write-question',
  answer({ fences, draw, request }) {
    const isChinese = wantsChinese(request)
    const { who, where, things, why, tasks, ends } = homeworkWords[isChinese ? 'zh' : 'en']
    const concepts = linesOf(fences, 'chosen').flatMap((one) => listAt(one, 'concepts'))
    const [subject] = linesOf(fences, 'subject')
    const [all, part, days] = [between(40, 990, draw), between(3, 39, draw), between(2, 60, draw)]
    const [thing, other] = [pick(things, draw), pick(things, draw)]
    const task = pick(tasks, draw)(joined(concepts, isChinese))
    const scene = [pick(who, draw), pick(where, draw), pick(why, draw)] as const
    return isChinese
      ? `${scene[0]}${scene[1]}从事${textAt(subject, 'zh') || textAt(subject, 'en')}方面的工作，手头有${all}${thing}，其中${part}${other}存疑，只剩${days}天，因为${scene[2]}。${task}${pick(ends, draw)}`
      : `${scene[0]} ${scene[1]} works in ${textAt(subject, 'en') || textAt(subject, 'zh')} and has ${all} ${thing} and ${days} days, and ${part} ${other} are in doubt, because ${scene[2]}. ${task} ${pick(ends, draw)}`
  },
}

function joined(concepts: readonly string[], isChinese: boolean): string {
  if (isChinese) return concepts.join('、')
  return concepts.length < 2
    ? concepts.join('')
    : `${concepts.slice(0, -1).join(', ')} and ${concepts.at(-1)}`
}
