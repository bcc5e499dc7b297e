import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/**
 * Where the tasks are, which key of their data is the text (if not told: `text`, or else the longest string), whether a text can
 * have several classes, and whether several questions were asked, whose classes are then told apart by the question's name.
 */
export const optionsSchema = recordShapeSchema.extend({
  textKey: z.string().optional(),
  multi: z.boolean().default(false),
  severalQuestions: z.boolean().default(false),
  /** In the short export: the keys whose strings are answers. */
  chosen: z.array(z.string()).default([]),
})
export type Options = z.infer<typeof optionsSchema>

const idSchema = z.union([z.string(), z.number()])

/** Something marked, chosen or connected. The labels of a region stand under the name of its type. */
export const regionSchema = z.object({
  id: idSchema.optional(),
  type: z.string().optional(),
  from_name: z.string().optional(),
  value: z.record(z.string(), z.unknown()).optional(),
  from_id: idSchema.optional(),
  to_id: idSchema.optional(),
  direction: z.string().optional(),
  labels: z.array(z.string()).optional(),
})
export type Region = z.infer<typeof regionSchema>

export const annotationSchema = z.object({
  was_cancelled: z.boolean().nullish(),
  skipped: z.boolean().nullish(),
  ground_truth: z.boolean().nullish(),
  result: z.array(regionSchema),
})
export type Annotation = z.infer<typeof annotationSchema>

/** A task with what people made of it; older exports call it completions. */
export const taskSchema = z.object({
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(annotationSchema).optional(),
  completions: z.array(annotationSchema).optional(),
  predictions: z.array(z.unknown()).optional(),
})
export type Task = z.infer<typeof taskSchema>

/** A region of text. Offsets count UTF-16 units, from the beginning of the text. */
export const placeSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  text: z.string().optional(),
})

/** The text of a task: under the key that was named, under `text`, or the longest that there is. */
export function textOf(data: Task['data'], key?: string): string | undefined {
  const named = data[key ?? 'text']
  if (typeof named === 'string' || key !== undefined) return typeof named === 'string' ? named : undefined
  const texts = Object.values(data).filter((value) => typeof value === 'string')
  return texts.sort((a, b) => b.length - a.length)[0]
}
