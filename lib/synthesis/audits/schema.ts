import { z } from 'zod'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import { reasonCodeSchema } from '@/lib/reviews/model'
import { AUDIT_ALLOWANCE, AUDIT_SIZE, auditStateSchema, MOST_AUDITED } from '@/lib/synthesis/audits/model'

export const auditSchema = z.object({
  id: idSchema,
  /** So many records are looked at, and so many of them may be rejected. */
  n: z.number(),
  c: z.number(),
  seed: z.number(),
  state: auditStateSchema,
  drawn: z.number(),
  decided: z.number(),
  rejected: z.number(),
  /** The largest share of wrong records in the run that fits what was found, at 95 %; null while nothing is decided. */
  bound: z.number().nullable(),
  /** Why the run was released without it. */
  reason: z.string(),
  orderedBy: z.string(),
  orderedAt: z.iso.datetime(),
  closedBy: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** Samples of this run that were replaced after somebody had decided in them. */
  earlier: z.number(),
  /** The first of its drafts that waits. */
  waitingVersionId: idSchema.nullable(),
  refused: z.array(
    z.object({
      versionId: idSchema,
      recordId: z.string(),
      input: z.string(),
      output: z.string(),
      reasonCode: reasonCodeSchema,
      comment: z.string(),
      by: z.string(),
    }),
  ),
})
export type AuditView = z.infer<typeof auditSchema>

const auditParams = projectParams.extend({ number: z.coerce.number().int().positive().max(2_147_483_647) })
const path = '/api/projects/{project}/runs/{number}/audit'

export const readAuditEndpoint = defineEndpoint({
  method: 'GET',
  path,
  summary:
    'The sample of a run that people look at: how far they are, what they rejected, and what that proves',
  access: 'project:annotator',
  params: auditParams,
  response: z.object({ audit: auditSchema.nullable() }),
})

export const orderAuditEndpoint = defineEndpoint({
  method: 'POST',
  path,
  summary:
    'Put a random sample of the records of a finished run in the queue. What waits of an earlier sample is taken out',
  access: 'project:lead',
  params: auditParams,
  body: z.object({
    n: z.number().int().min(1).max(MOST_AUDITED).default(AUDIT_SIZE),
    /** How many of them may be rejected. */
    c: z.number().int().min(0).max(MOST_AUDITED).default(AUDIT_ALLOWANCE),
    /** Drawn by chance where it is not given. */
    seed: z.number().int().min(0).max(2_147_483_647).optional(),
  }),
  response: z.object({ audit: auditSchema.nullable(), jobId: idSchema }),
})

export const acceptAuditEndpoint = defineEndpoint({
  method: 'POST',
  path: `${path}/acceptance`,
  summary: 'Release a run for export: its sample is decided and not too much of it was rejected',
  access: 'project:lead',
  params: auditParams,
  response: z.object({ audit: auditSchema.nullable() }),
})

export const overrideAuditEndpoint = defineEndpoint({
  method: 'POST',
  path: `${path}/override`,
  summary: 'Release a run for export whatever its sample says, or without one, for a reason that is kept',
  access: 'project:lead',
  params: auditParams,
  body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  response: z.object({ audit: auditSchema.nullable() }),
})
