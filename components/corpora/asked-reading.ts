import { type Mapping, mappingSchema, missingFields } from '@/lib/corpora/formats/mapping/schema'
import type { Encoding, ImportFormat } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** What a person has said of how a file is to be read. The rest is told from its content. */
export type AskedReading = {
  format?: ImportFormat
  taskForm?: TaskForm
  entry?: string
  encoding?: Encoding
  options?: Record<string, unknown>
}

/** As an address can say it. */
export function queryOf({ options, ...asked }: AskedReading) {
  return { ...asked, ...(options && { options: JSON.stringify(options) }) }
}

export function mappingOf({ options }: AskedReading): Mapping | null {
  return mappingSchema.safeParse(options?.mapping).data ?? null
}

/** Reads the file by a mapping, and so as the task form that this has. */
export function withMapping({ entry, encoding }: AskedReading, mapping: Mapping | null): AskedReading {
  const kept = { ...(entry !== undefined && { entry }), ...(encoding && { encoding }) }
  if (!mapping) return { ...kept, format: 'mapping' }
  return { ...kept, format: 'mapping', taskForm: mapping.taskForm, options: { mapping } }
}

/** Is enough said to read anything? A mapping must name all that its task form needs. */
export function isReadable(asked: AskedReading): boolean {
  if (asked.format !== 'mapping') return true
  const mapping = mappingOf(asked)
  return mapping !== null && missingFields(mapping, mapping.taskForm).length === 0
}
