import { z } from 'zod'
import { nodeNameSchema } from '@/lib/artifacts/kinds/node/content'
import { definePrompt } from '@/lib/calls/define-prompt'
import { lessonsSchema } from '@/lib/calls/prompts/schema'
import { phraseLanguageSchema } from '@/lib/tasks/model'
import { foldName } from '@/lib/taxonomy/model'
import { subjectLevelSchema } from '@/lib/taxonomy/subjects/model'
import { writtenNameSchema } from '@/prompts/node-names'
import { line, showLessons } from '@/prompts/show-inputs'

const inputSchema = z.object({
  /** To write in; names are written in both. */
  language: phraseLanguageSchema,
  discipline: z.object({
    name: nodeNameSchema,
    note: z.string().max(2000).default(''),
    /** The names above it, from the field down. */
    above: z.array(z.string().max(120)).max(4).default([]),
  }),
  known: z.array(nodeNameSchema).max(600).default([]),
  removed: z.array(nodeNameSchema).max(300).default([]),
  /** Of one run. Several runs of one discipline are candidates of one question. */
  wanted: z.number().int().min(1).max(100).default(30),
  lessons: lessonsSchema,
})

const outputSchema = z.object({
  subjects: z
    .array(
      z.object({
        name: writtenNameSchema,
        level: subjectLevelSchema,
        introduction: z.string().trim().min(1).max(1500),
        subtopics: z.array(z.string().trim().min(1).max(200)).min(1).max(20),
      }),
    )
    .min(1)
    .max(150),
})
export type DraftedSubjects = z.infer<typeof outputSchema>

/** The subjects that one discipline consists of, as one of several runs sees them. */
export const draftSubjects = definePrompt({
  name: 'draft-subjects',
  version: 1,
  role: 'drafter',
  input: inputSchema,
  output: outputSchema,
  parameters: { temperature: 1, topP: 0.95, maxTokens: 12_000 },
  choose: ({ language }) => ({ language }),
  blocks: ({ discipline: { name, note, above }, known, removed, wanted, lessons }) => ({
    discipline: line({ ...name, note, above }),
    known: known.map((one) => line(one)),
    removed: removed.map((one) => line(one)),
    wanted: line({ subjects: wanted }),
    ...showLessons(lessons),
  }),
  caps: { known: 16_000, removed: 10_000, edits: 8000, avoid: 3000 },
  check(_input, { subjects }) {
    const seen = new Set<string>()
    return subjects.flatMap(({ name }) => {
      const key = foldName(name.en)
      if (seen.has(key)) return [`"${name.en}" comes twice: one entry for each subject.`]
      seen.add(key)
      return []
    })
  },
})
