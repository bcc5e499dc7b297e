import { z } from 'zod'

/** The input itself, with its mentions between tags. */
export const parametersSchema = z.object({
  style: z.enum(['angle', 'square', 'suffix']).default('angle'),
})
export type Parameters = z.infer<typeof parametersSchema>

type Tags = { open: string; close: string }

/** `<label>words</label>`, `[label]words[/label]` or `[words|label]`. */
export const TAGS: Record<Parameters['style'], (label: string) => Tags> = {
  angle: (label) => ({ open: `<${label}>`, close: `</${label}>` }),
  square: (label) => ({ open: `[${label}]`, close: `[/${label}]` }),
  suffix: (label) => ({ open: '[', close: `|${label}]` }),
}
