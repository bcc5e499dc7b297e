import { z } from 'zod'

const MOST_NAME = 120

/** A name of a node as people wrote it: in English, in Chinese, or in both. */
export const nodeNameSchema = z.object({
  en: z.string().max(MOST_NAME).default(''),
  zh: z.string().max(MOST_NAME).default(''),
})
export type NodeName = z.infer<typeof nodeNameSchema>

const written = z
  .string()
  .trim()
  .min(1)
  .max(MOST_NAME)
  .overwrite((name) => name.replace(/\s+/gu, ' ').replaceAll('|', '/'))

/** A name as models are asked for it: in both, each on one line that a tree as text can hold. */
export const writtenNameSchema = z.object({ en: written, zh: written })

/** A name as it is compared. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
