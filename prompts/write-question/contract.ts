import { z } from 'zod'
import { nodeNameSchema } from '@/lib/artifacts/kinds/node/content'
import { definePrompt } from '@/lib/calls/define-prompt'
import { lessonsSchema } from '@/lib/calls/prompts/schema'
import { phraseLanguageSchema } from '@/lib/tasks/model'
import { combinationSchema } from '@/lib/taxonomy/combinations/model'
import { subjectLevelSchema } from '@/lib/taxonomy/subjects/model'
import { line, showLessons } from '@/prompts/show-inputs'

const inputSchema = z
  .object({
    language: phraseLanguageSchema,
    subject: z.object({ name: nodeNameSchema, level: subjectLevelSchema }),
    /** The whole of it, whatever is asked about. */
    syllabus: z.object({
      introduction: z.string().max(3000).default(''),
      sessions: z
        .array(
          z.object({
            name: z.string().min(1).max(200),
            description: z.string().max(1500).default(''),
            concepts: z.array(z.string().min(1).max(200)).max(50),
          }),
        )
        .min(1)
        .max(100),
    }),
    combination: combinationSchema,
    /** Questions on the same concepts. */
    known: z.array(z.string().max(6000)).max(10).default([]),
    lessons: lessonsSchema,
  })
  .refine(
    ({ syllabus: { sessions }, combination: { picks } }) =>
      picks.every(({ session, concepts }) => concepts.every((place) => sessions[session]?.concepts[place])),
    'The combination has to be one of the syllabus',
  )

/** How a model begins that says what it is about to do. */
const PREFACE =
  /^(?:#|\*\*|(?:sure|certainly|of course|here(?:'s| is)|question|homework)\b[^.?!\n]*:|好的|当然|以下是|(?:题目|问题|作业)[：:])/i

/** A question of a syllabus, for an answerer that sees nothing of the syllabus. */
export const writeQuestion = definePrompt({
  name: 'write-question',
  version: 1,
  role: 'questioner',
  input: inputSchema,
  output: z.string().trim().min(20).max(6000),
  isText: true,
  parameters: { temperature: 1, topP: 0.95, maxTokens: 2000 },
  choose: ({ language, combination: { strategy } }) => ({ language, strategy }),
  blocks: ({ subject, syllabus: { introduction, sessions }, combination: { picks }, known, lessons }) => ({
    subject: line({ ...subject.name, level: subject.level, introduction }),
    syllabus: sessions.map(({ name, description, concepts }, at) =>
      line({ n: at + 1, session: name, description, concepts }),
    ),
    learned: line({ n: picks.at(-1)!.session + 1, session: sessions[picks.at(-1)!.session]!.name }),
    chosen: picks.map(({ session, concepts }) =>
      line({
        ...{ n: session + 1, session: sessions[session]!.name },
        concepts: concepts.map((place) => sessions[session]!.concepts[place]!),
      }),
    ),
    known: known.map((question) => line({ question })),
    ...showLessons(lessons),
  }),
  caps: { syllabus: 40_000, known: 8000, edits: 8000, avoid: 3000 },
  check: (_input, question) =>
    PREFACE.test(question) ? ['It begins with words that are no part of the question.'] : [],
})
