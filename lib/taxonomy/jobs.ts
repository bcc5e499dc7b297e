import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const importTaxonomyJob = defineJob({
  name: 'import-taxonomy',
  unit: 'nodes',
  payload: z.object({ projectId: z.uuid(), uploadId: z.uuid(), bytes: z.number() }),
})

const MANY_BYTES = 1_000_000

/** Is the file so large that reading it is worth a process of its own? */
export async function isLargeTree({ bytes }: { bytes: number }): Promise<boolean> {
  return bytes > MANY_BYTES
}
