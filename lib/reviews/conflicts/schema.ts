import { z } from 'zod'
import { versionSchema } from '@/lib/artifacts/schema'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import { verdictSchema } from '@/lib/reviews/model'

/** What became of a draft while somebody typed over it. */
export const conflictSchema = z.object({
  /** The draft that the text was typed over, as it stands now. */
  base: versionSchema,
  /** The newest version after it that is approved or waits; what the typed text has to be merged with. */
  theirs: versionSchema.nullable(),
  /** Who settled it, how and when. Nobody is told before it is settled. */
  decided: z.object({ by: z.string(), verdict: verdictSchema, at: z.iso.datetime() }).nullable(),
  /** Who has it on their desk now. */
  holder: z.object({ name: z.string(), until: z.iso.datetime() }).nullable(),
})
export type Conflict = z.infer<typeof conflictSchema>

export const readConflictEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/conflict',
  summary: 'Why a draft cannot be decided any more: who holds or decided it, and the text that is there now',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  response: conflictSchema,
})
