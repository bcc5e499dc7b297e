import { z } from 'zod'
import { guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { guidelineEvidenceSchema } from '@/lib/artifacts/kinds/guideline/evidence'
import { againSchema, artifactKindSchema, authorKindSchema, draftStateSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

export const draftGuidelinesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/drafts',
  summary:
    'Draft one guideline per label of a corpus. Labels that have a waiting or approved guideline are left alone',
  access: 'project:lead',
  params: projectParams.extend({ corpus: idSchema }),
  body: z.object({
    labels: z.array(z.string().min(1).max(200)).max(1000).optional(),
    /** Draft anew also where a guideline was approved or rejected; what waits is superseded. */
    again: againSchema.default('never'),
  }),
  response: z.object({ jobId: idSchema }),
})

export const versionSchema = z.object({
  id: idSchema,
  artifactId: idSchema,
  kind: artifactKindSchema,
  number: z.number(),
  content: guidelineContentSchema,
  contentHash: z.string(),
  authorKind: authorKindSchema,
  author: z.string(),
  parentId: idSchema.nullable(),
  state: draftStateSchema,
  createdAt: z.iso.datetime(),
})
export type VersionView = z.infer<typeof versionSchema>

export const readEvidenceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/evidence',
  summary: 'What the drafter of a version, or of the version it grew from, saw',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  response: guidelineEvidenceSchema,
})
