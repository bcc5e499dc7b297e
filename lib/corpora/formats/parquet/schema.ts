import { z } from 'zod'
import { type FeatureOptions, featureOptionsSchema } from '@/lib/corpora/formats/model'

export const optionsSchema = featureOptionsSchema
export type Options = FeatureOptions

/** What Hugging Face writes beside a table: the features of a dataset, classes with their names among them. */
const featureSchema = z.object({ names: z.array(z.string()).optional(), feature: z.unknown().optional() })
const describedSchema = z.object({ info: z.object({ features: z.record(z.string(), z.unknown()) }) })

/** The names of numbered classes by column, from that description. */
export function classesIn(described: string | undefined): Record<string, string[]> {
  let value: unknown
  try {
    value = JSON.parse(described ?? '')
  } catch {
    return {}
  }
  const result = describedSchema.safeParse(value)
  if (!result.success) return {}
  const named = Object.entries(result.data.info.features).flatMap(([column, feature]) => {
    const names = namesIn(feature)
    return names ? [[column, names] as const] : []
  })
  return Object.fromEntries(named)
}

function namesIn(feature: unknown): string[] | null {
  if (Array.isArray(feature)) return namesIn(feature[0])
  const result = featureSchema.safeParse(feature)
  if (!result.success) return null
  return result.data.names ?? (result.data.feature ? namesIn(result.data.feature) : null)
}
