import type { Answerer, Asked } from './answerer'
import { linesOf, listAt, textAt, wantsChinese } from './read-fenced'
import { conceptFrames, topicFrames } from './school/course-words'
import { between, shuffled, some } from './school/draw-list'

type Syllabus = {
  introduction: string
  aims: string[]
  sessions: { name: string; description: string; concepts: string[] }[]
}

/** The subtopics first, then what can be taught of anything; of each topic a few sides as its key concepts. */
export const writeSyllabus: Answerer = {
  prompt: 'write-syllabus',
  answer: (asked) => write(asked),
  prose(asked) {
    const { introduction, aims, sessions } = write(asked)
    const taught = sessions.map(
      ({ name, description, concepts }, at) => `${at + 1}. ${name}. ${description} ${concepts.join('; ')}`,
    )
    return [introduction, ...aims, ...taught].join('\n')
  },
}

function write({ fences, draw, request }: Asked): Syllabus {
  const [subject] = linesOf(fences, 'subject')
  const isChinese = wantsChinese(request)
  const language = isChinese ? 'zh' : 'en'
  const name = textAt(subject, language) || textAt(subject, 'en') || textAt(subject, 'zh')
  const given = listAt(subject, 'subtopics').map((topic) => topic.trim().slice(0, 120))
  const more = shuffled(topicFrames, draw).map((topic) =>
    isChinese ? `${name.slice(0, 60)}的${topic.zh}` : `${topic.en} of ${name.slice(0, 60)}`,
  )
  const topics = [...new Set([...given, ...more])].filter(Boolean).slice(0, between(10, 22, draw))
  const introduction = isChinese
    ? `本课程系统讲授${name}，兼顾原理与应用。`
    : `A course on ${name}, from its principles to its use.`
  const aims = isChinese
    ? [`能说明${name}的主要概念。`, `能在具体情形中运用${name}。`]
    : [`Explain the main concepts of ${name}.`, `Use ${name} on a concrete case.`]
  return {
    ...{ introduction, aims },
    sessions: topics.map((topic) => ({
      name: topic,
      description: isChinese ? `通过案例讲授${topic}。` : `What ${topic} means, shown on cases.`,
      concepts: some(conceptFrames, between(4, 6, draw), draw).map((frame) =>
        frame[language].replace('*', topic.slice(0, 120)),
      ),
    })),
  }
}
