import { z } from 'zod'
import { emptyGroupsSchema, itemOrderSchema } from '@/lib/formats/schema'
import { phraseLanguageSchema } from '@/lib/tasks/model'

/** A plain sentence for each item: “Ana” is a person. */
export const parametersSchema = z.object({
  /** Of the sentences themselves, whatever the language of the instruction. */
  language: phraseLanguageSchema.default('en'),
  pattern: z.enum(['is', 'belongs-to', 'counts-as']).default('is'),
  quotes: z.enum(['“”', '""', '「」']).default('“”'),
  layout: z.enum(['lines', 'running']).default('lines'),
  order: itemOrderSchema.default('by-group'),
  empty: emptyGroupsSchema.default('mark'),
})
export type Parameters = z.infer<typeof parametersSchema>
