import { z } from 'zod'
import {
  type ArtifactKind,
  againSchema,
  authorKindSchema,
  contentSchemas,
  draftStateSchema,
  evidenceSchemas,
} from '@/lib/artifacts/model'
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

const versionParts = {
  id: idSchema,
  artifactId: idSchema,
  number: z.number(),
  contentHash: z.string(),
  authorKind: authorKindSchema,
  author: z.string(),
  parentId: idSchema.nullable(),
  state: draftStateSchema,
  createdAt: z.iso.datetime(),
}

const versionOf = <Kind extends ArtifactKind>(kind: Kind) =>
  z.object({ ...versionParts, kind: z.literal(kind), content: contentSchemas[kind] })

export const versionSchema = z.discriminatedUnion('kind', [
  versionOf('guideline'),
  versionOf('rule'),
  versionOf('application'),
  versionOf('format'),
])
export type VersionView = z.infer<typeof versionSchema>
/** A version of one kind. */
export type VersionOf<Kind extends ArtifactKind> = Extract<VersionView, { kind: Kind }>

const evidenceOf = <Kind extends ArtifactKind>(kind: Kind) =>
  z.object({ kind: z.literal(kind), evidence: evidenceSchemas[kind] })

export const evidenceSchema = z.discriminatedUnion('kind', [
  evidenceOf('guideline'),
  evidenceOf('rule'),
  evidenceOf('application'),
  evidenceOf('format'),
])
export type EvidenceView = z.infer<typeof evidenceSchema>

export const readEvidenceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/evidence',
  summary: 'What the drafter of a version, or of the version it grew from, saw',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  response: evidenceSchema,
})
