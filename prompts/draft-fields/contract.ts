import { z } from 'zod'
import { nodeLevelSchema, nodeNameSchema } from '@/lib/artifacts/kinds/node/content'
import { definePrompt } from '@/lib/calls/define-prompt'
import { lessonsSchema } from '@/lib/calls/prompts/schema'
import { phraseLanguageSchema } from '@/lib/tasks/model'
import { foldName } from '@/lib/taxonomy/model'
import { writtenNameSchema } from '@/prompts/node-names'
import { line, showLessons } from '@/prompts/show-inputs'

/** Nodes of a taxonomy above its subjects. */
const levelSchema = nodeLevelSchema.exclude(['subject'])
type Level = z.infer<typeof levelSchema>

/** Ways to look at knowledge: several runs by different ones find more than several by one. */
export const fieldViews = ['whole', 'learning', 'trades', 'daily-life'] as const

const inputSchema = z.object({
  /** To write notes in; names are written in both. */
  language: phraseLanguageSchema,
  /** The field, or field and sub-field, that is to be laid out; nothing for the whole tree. */
  place: z
    .array(z.object({ level: z.enum(['field', 'sub-field']), name: nodeNameSchema }))
    .max(2)
    .default([]),
  view: z.enum(fieldViews).default('whole'),
  known: z
    .array(z.object({ level: levelSchema, name: nodeNameSchema }))
    .max(600)
    .default([]),
  removed: z.array(nodeNameSchema).max(300).default([]),
  lessons: lessonsSchema,
})
type Input = z.infer<typeof inputSchema>

const outputSchema = z.object({
  nodes: z
    .array(
      z.object({
        level: levelSchema,
        /** The English name of an earlier node. */
        under: z.string().trim().max(120).nullable().default(null),
        name: writtenNameSchema,
        note: z.string().trim().max(600).default(''),
      }),
    )
    .min(1)
    .max(800),
})
export type DraftedFields = z.infer<typeof outputSchema>

/** The upper part of a taxonomy, or what belongs below one of its nodes: drafts that people vote on. */
export const draftFields = definePrompt({
  name: 'draft-fields',
  version: 1,
  role: 'drafter',
  input: inputSchema,
  output: outputSchema,
  parameters: { temperature: 1, topP: 0.95, maxTokens: 16_000 },
  choose: ({ language, view, ...of }) => {
    const scope = scopeOf(of)
    return { scope, levels: scope, top: scope, view, language }
  },
  blocks: ({ place, known, removed, lessons }) => ({
    place: place.map(({ level, name }) => line({ level, ...name })),
    known: known.map(({ level, name }) => line({ level, ...name })),
    removed: removed.map((name) => line(name)),
    ...showLessons(lessons),
  }),
  caps: { known: 20_000, removed: 10_000, edits: 8000, avoid: 3000 },
  check: checkTree,
})

const scopeOf = ({ place }: Pick<Input, 'place'>): 'whole' | 'field' | 'sub-field' =>
  place.at(-1)?.level ?? 'whole'

const above = {
  whole: { field: ['top'], 'sub-field': ['field'], discipline: ['field', 'sub-field'] },
  field: { field: [], 'sub-field': ['top'], discipline: ['top', 'sub-field'] },
  'sub-field': { field: [], 'sub-field': [], discipline: ['top'] },
} satisfies Record<string, Record<Level, (Level | 'top')[]>>

function checkTree(input: Input, { nodes }: DraftedFields): string[] {
  const allowed: Record<Level, string[]> = above[scopeOf(input)]
  const levels = new Map<string, Level>()
  const faults = nodes.flatMap(({ level, under, name }) => {
    const key = foldName(name.en)
    if (levels.has(key)) return [`"${name.en}" comes twice: it stands in one place only.`]
    levels.set(key, level)
    if (allowed[level].length === 0) return [`"${name.en}" is a ${level}, which has no place here.`]
    const parent = under === null ? 'top' : levels.get(foldName(under))
    if (parent === undefined)
      return [`"${name.en}" stands under "${under}", and no node before it is called that.`]
    return allowed[level].includes(parent)
      ? []
      : [
          `"${name.en}" is a ${level} and cannot stand ${under === null ? 'at the top' : `under the ${parent} "${under}"`}.`,
        ]
  })
  return faults.slice(0, 30)
}
