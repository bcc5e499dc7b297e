import { z } from 'zod'
import { MOST_NAME } from '@/lib/artifacts/kinds/node/content'

const written = z
  .string()
  .trim()
  .min(1)
  .max(MOST_NAME)
  .overwrite((name) => name.replace(/\s+/gu, ' ').replaceAll('|', '/'))

/** A name as models are asked for it: in both languages, each on one line that a tree as text can hold. */
export const writtenNameSchema = z.object({ en: written, zh: written })
