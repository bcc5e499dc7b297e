import type { Prompt } from '@/lib/calls/prompts/model'
import type { PhraseLanguage } from '@/lib/tasks/model'
import { answerQuestion } from '@/prompts/answer-question/contract'
import { draftFields } from '@/prompts/draft-fields/contract'
import { draftSubjects } from '@/prompts/draft-subjects/contract'
import { writeQuestion } from '@/prompts/write-question/contract'
import { writeSyllabus } from '@/prompts/write-syllabus/contract'

const words = {
  en: {
    session: 'Rays and shadows',
    description: 'Why light travels straight.',
    concepts: ['light ray', 'shadow', 'pinhole camera'],
    other: {
      name: 'Mirrors',
      description: 'What a mirror does to a ray.',
      concepts: ['law of reflection', 'focal length'],
    },
    question: 'A candle stands 30 cm before a concave mirror of 10 cm focal length. Where is its image?',
  },
  zh: {
    session: '光线与影子',
    description: '光为什么沿直线传播。',
    concepts: ['光线', '影子', '小孔成像'],
    other: {
      name: '平面镜与球面镜',
      description: '镜面如何改变光线的方向。',
      concepts: ['反射定律', '焦距'],
    },
    question: '一支蜡烛立在焦距为10厘米的凹面镜前30厘米处，像在哪里？',
  },
}

/** The prompts that grow a taxonomy, from its fields to answers. `strange`: words that stand in every text of their inputs. */
export function taxonomyInputs(language: PhraseLanguage, strange = ''): [Prompt, unknown][] {
  const said = words[language]
  const told = (text: string) => (strange ? `${text} ${strange}` : text)
  const named = (en: string, zh: string) => ({ en: told(en).slice(0, 120), zh: told(zh).slice(0, 120) })
  const lessons = {
    examples: [{ before: told('Light'), after: told('Geometrical optics') }],
    avoid: [told('Too wide.')],
  }
  const place = [
    { level: 'field', name: named('Natural science', '自然科学') },
    { level: 'sub-field', name: named('Physics', '物理学') },
  ]
  const known = { level: 'discipline', name: named('Mechanics', '力学') }
  const above = place.map(({ name }) => name.en)
  const removed = [named('Alchemy', '炼金术')]
  const discipline = { name: named('Optics', '光学'), note: told('Light and how it travels.'), above }
  const subject = { name: named('Geometrical optics', '几何光学'), level: 'introductory' }
  const sessions = [
    { name: told(said.session).slice(0, 200), description: told(said.description), concepts: said.concepts },
    { ...said.other, concepts: said.other.concepts.map((concept) => told(concept).slice(0, 200)) },
  ]
  const syllabus = { introduction: told(said.description), sessions }
  const combination = {
    strategy: 's2',
    picks: [
      { session: 0, concepts: [0, 2] },
      { session: 1, concepts: [1] },
    ],
  }
  return [
    ...[[], place.slice(0, 1), place].map((at): [Prompt, unknown] => [
      draftFields as Prompt,
      { language, place: at, view: 'trades', known: [known], removed, lessons },
    ]),
    [draftSubjects as Prompt, { language, discipline, known: [subject.name], removed, wanted: 12, lessons }],
    [
      writeSyllabus as Prompt,
      {
        ...{ language, discipline: { name: discipline.name, above }, lessons },
        subject: {
          ...subject,
          introduction: told(said.description),
          subtopics: said.concepts.map((one) => told(one).slice(0, 200)),
        },
      },
    ],
    [
      writeQuestion as Prompt,
      { language, subject, syllabus, combination, known: [told(said.question)], lessons },
    ],
    [answerQuestion as Prompt, { language, question: told(said.question) }],
  ]
}
