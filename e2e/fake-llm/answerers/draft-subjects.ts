import type { Answerer, Asked } from './answerer'
import { linesOf, numberAt, textAt, wantsChinese } from './read-fenced'
import { conceptFrames, subjectFrames, topicFrames } from './school/course-words'
import { pick, shuffled, some } from './school/draw-list'
import type { Named } from './school/known-tree'

const LEVELS = ['introductory', 'intermediate', 'advanced', 'professional']

type Subject = { name: Named; level: string; introduction: string; subtopics: string[] }

/** The discipline in set frames. A run takes three of four of them, in its own order, so that two runs have half of their names in common. */
export const draftSubjects: Answerer = {
  prompt: 'draft-subjects',
  answer: (asked) => ({ subjects: design(asked) }),
  prose: (asked) =>
    design(asked)
      .map(
        ({ name, level, introduction, subtopics }) =>
          `${name.en} | ${name.zh} (${level}). ${introduction} ${subtopics.join('; ')}`,
      )
      .join('\n\n'),
}

function design({ fences, draw, request }: Asked): Subject[] {
  const [discipline] = linesOf(fences, 'discipline')
  const [en, zh] = [
    textAt(discipline, 'en') || textAt(discipline, 'zh'),
    textAt(discipline, 'zh') || textAt(discipline, 'en'),
  ]
  const removed = new Set(linesOf(fences, 'removed').flatMap((one) => [textAt(one, 'en'), textAt(one, 'zh')]))
  const wanted = numberAt(linesOf(fences, 'wanted')[0], 'subjects') || 30
  const isChinese = wantsChinese(request)
  const language = isChinese ? 'zh' : 'en'
  const common = subjectFrames.slice(0, Math.max(2, Math.ceil((wanted * 4) / 3)))
  return shuffled(some(common, wanted, draw), draw).flatMap((frame) => {
    const name = { en: fill(frame.en, en.toLowerCase()), zh: fill(frame.zh, zh) }
    if (removed.has(name.en) || removed.has(name.zh)) return []
    const introduction = isChinese
      ? `${name.zh}讲授${zh}中相关的概念与做法。`
      : `${name.en}: what it is about, and how it is done in ${en.toLowerCase()}.`
    const subtopics = some(topicFrames, 6, draw).map((topic) =>
      fill(pick(conceptFrames, draw)[language], topic[language]),
    )
    return [{ name, level: pick(LEVELS, draw), introduction, subtopics }]
  })
}

function fill(frame: string, name: string): string {
  const filled = frame.replace('*', name.slice(0, 80))
  return filled[0]!.toUpperCase() + filled.slice(1)
}
