import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import { lessonsSchema } from '@/lib/calls/prompts/schema'
import { findCarrier } from '@/lib/formats/find-carrier'
import { type CarrierName, carrierNameSchema, carriers } from '@/lib/formats/model'
import { taskFormSchema } from '@/lib/tasks/model'
import { line, showLessons } from '@/prompts/show-inputs'

const inputSchema = z.object({
  /** The task forms of the project's corpora. */
  forms: z.array(taskFormSchema).min(1).max(11),
  /** Which carriers are to be varied. */
  carriers: z
    .array(carrierNameSchema)
    .min(1)
    .max(10)
    .default([...carriers]),
  /** Formats that exist. */
  known: z
    .array(z.object({ name: z.string(), carrier: z.string(), parameters: z.record(z.string(), z.unknown()) }))
    .max(100)
    .default([]),
  /** An answer of the project, rendered by carriers: what they look like plain. */
  rendered: z
    .array(z.object({ carrier: carrierNameSchema, output: z.string() }))
    .max(20)
    .default([]),
  wanted: z.number().int().min(1).max(12).default(5),
  lessons: lessonsSchema,
})

const sentence = z.string().trim().min(1).max(1200)
const asked = z.object({ en: z.array(sentence).min(1).max(8), zh: z.array(sentence).min(1).max(8) })

const formatOf = (carrier: CarrierName) =>
  z.object({
    name: z.string().trim().min(1).max(120),
    carrier: z.literal(carrier),
    parameters: findCarrier(carrier).parameters as z.ZodType<Record<string, unknown>>,
    ask: asked,
    /** Where items are records: with `{fields}`. Empty for a carrier that cannot hold them. */
    askRecords: z.object({
      en: z.array(sentence).max(8).default([]),
      zh: z.array(sentence).max(8).default([]),
    }),
  })
type Proposed = z.infer<ReturnType<typeof formatOf>>
const [first, ...rest] = carriers.map(formatOf)
const outputSchema = z.object({
  formats: z
    .array(z.union([first!, ...rest]) as z.ZodType<Proposed>)
    .min(1)
    .max(12),
})
export type ProposedFormats = z.infer<typeof outputSchema>

/** Ways to write an answer down that people may want to approve: a carrier, its parameters, and the sentences that ask for it. */
export const proposeFormats = definePrompt({
  name: 'propose-formats',
  version: 1,
  role: 'drafter',
  input: inputSchema,
  output: outputSchema,
  parameters: { temperature: 0.8, maxTokens: 6000 },
  choose: ({ carriers: wanted, forms }) => ({ carrier: wanted, task: forms }),
  blocks: ({ known, rendered, wanted, lessons }) => ({
    known: known.map((format) => line(format)),
    rendered: rendered.map((one) => line(one)),
    wanted: line({ formats: wanted }),
    ...showLessons(lessons),
  }),
  caps: { known: 8000, rendered: 8000, edits: 8000, avoid: 3000 },
  check({ carriers: wanted }, { formats }) {
    return formats.flatMap(({ carrier, name }) =>
      wanted.includes(carrier) ? [] : [`"${name}" is of the carrier ${carrier}, which is not wanted.`],
    )
  },
})
