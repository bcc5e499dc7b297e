import { z } from 'zod'
import { libraryKindSchema } from '@/lib/artifacts/model'

/** What a release freezes of one version; the release's hash is over the list of these, sorted by version id. */
export const releasedVersionSchema = z.object({
  versionId: z.string(),
  contentHash: z.string(),
  decisionId: z.string(),
  kind: libraryKindSchema,
})
export type ReleasedVersion = z.infer<typeof releasedVersionSchema>
