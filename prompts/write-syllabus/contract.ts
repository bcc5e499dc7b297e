import { z } from 'zod'
import { nodeNameSchema } from '@/lib/artifacts/kinds/node/content'
import { definePrompt } from '@/lib/calls/define-prompt'
import { lessonsSchema } from '@/lib/calls/prompts/schema'
import { phraseLanguageSchema } from '@/lib/tasks/model'
import { foldName } from '@/lib/taxonomy/model'
import { subjectLevelSchema } from '@/lib/taxonomy/subjects/model'
import { line, showLessons } from '@/prompts/show-inputs'

const inputSchema = z.object({
  language: phraseLanguageSchema,
  subject: z.object({
    name: nodeNameSchema,
    level: subjectLevelSchema,
    introduction: z.string().max(2000).default(''),
    subtopics: z.array(z.string().max(200)).max(20).default([]),
  }),
  discipline: z.object({ name: nodeNameSchema, above: z.array(z.string().max(120)).max(4).default([]) }),
  lessons: lessonsSchema,
})

const FEWEST_SESSIONS = 10
const MOST_SESSIONS = 30
const FEWEST_CONCEPTS = 3
const MOST_CONCEPTS = 8

const said = z.string().trim().min(1)
const outputSchema = z.object({
  introduction: said.max(3000),
  aims: z.array(said.max(400)).max(10).default([]),
  sessions: z
    .array(
      z.object({
        name: said.max(200),
        description: said.max(1500),
        concepts: z.array(said.max(200)).min(1).max(15),
      }),
    )
    .min(1)
    .max(40),
})
export type WrittenSyllabus = z.infer<typeof outputSchema>

/** Class sessions and key concepts of a subject: what questions are set on. */
export const writeSyllabus = definePrompt({
  name: 'write-syllabus',
  version: 1,
  role: 'drafter',
  input: inputSchema,
  output: outputSchema,
  parameters: { temperature: 1, topP: 0.95, maxTokens: 12_000 },
  choose: ({ language }) => ({ language }),
  blocks: ({ subject: { name, ...subject }, discipline, lessons }) => ({
    subject: line({ ...name, ...subject }),
    discipline: line({ ...discipline.name, above: discipline.above }),
    ...showLessons(lessons),
  }),
  caps: { edits: 8000, avoid: 3000 },
  check(_input, { sessions }) {
    const faults: string[] = []
    if (sessions.length < FEWEST_SESSIONS || sessions.length > MOST_SESSIONS)
      faults.push(
        `There are ${sessions.length} sessions: from ${FEWEST_SESSIONS} to ${MOST_SESSIONS} are wanted.`,
      )
    const homes = new Map<string, string>()
    for (const { name, concepts } of sessions) {
      if (concepts.length < FEWEST_CONCEPTS || concepts.length > MOST_CONCEPTS)
        faults.push(
          `"${name}" has ${concepts.length} concepts: from ${FEWEST_CONCEPTS} to ${MOST_CONCEPTS} are wanted.`,
        )
      for (const concept of concepts) {
        const home = homes.get(foldName(concept))
        if (home !== undefined) faults.push(`"${concept}" is a key concept of "${home}" already.`)
        homes.set(foldName(concept), name)
      }
    }
    return faults.slice(0, 30)
  },
})
