import { z } from 'zod'
import { artifactKindSchema, bothLanguagesSchema, draftStateSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

/** The kinds of work that a guideline is behind. Its own wordings are part of its versions. */
export const workKinds = ['rule', 'application', 'record'] as const
export const workKindSchema = z.enum(workKinds)
export type WorkKind = z.infer<typeof workKindSchema>

/** Why a piece of work cannot be sent back now. */
export const heldBackReasons = ['newer-waits', 'audit-closed'] as const

export const workItemSchema = z.object({
  versionId: idSchema,
  artifactId: idSchema,
  kind: artifactKindSchema,
  key: z.string(),
  title: bothLanguagesSchema,
  number: z.number(),
  /** Where it stands now; `waiting` when it was sent back and is not decided again. */
  state: draftStateSchema,
  /** What it was decided as under the version before. */
  decidedAs: z.enum(['approved', 'rejected']),
  decidedAt: z.iso.datetime(),
  deciders: z.array(z.string()),
  /** When it was sent back because of this version. */
  sentBack: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  heldBack: z.enum(heldBackReasons).nullable(),
})
export type WorkItem = z.infer<typeof workItemSchema>

const versionRefSchema = z.object({ versionId: idSchema, number: z.number() })

export const workSchema = pageOf(workItemSchema).extend({
  guideline: versionRefSchema.extend({ artifactId: idSchema, key: z.string(), state: draftStateSchema }),
  /** The versions whose place it takes, newest first: one, and those before it that mean the same. None: it is the first. */
  old: z.array(versionRefSchema),
  /** From when till when they were the approved ones; `to` null: they are still. */
  period: z.object({ from: z.iso.datetime(), to: z.iso.datetime().nullable() }).nullable(),
  /** Does it mean something else than the version before, or has it only other wordings? */
  meansElse: z.boolean(),
  /** Wordings that it took over as they are: they are decided with it. */
  wordings: z.number(),
  /** How many there are of each kind, and how many of all can be sent back. */
  kinds: z.partialRecord(artifactKindSchema, z.number()),
  open: z.number(),
  /** How many of them were sent back because of this version and wait, and how many are decided again. */
  waiting: z.number(),
  again: z.number(),
})
export type Work = z.infer<typeof workSchema>

const guidelineParams = projectParams.extend({ version: idSchema })

export const readWorkEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/work',
  summary:
    'What was decided while the version of a guideline before this one was the approved one, and is about its label',
  access: 'project:annotator',
  params: guidelineParams,
  query: pageQuerySchema.extend({ kind: workKindSchema.optional() }),
  response: workSchema,
})

export const sentBackSchema = z.object({ sendingId: idSchema, count: z.number() })

export const sendBackEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/versions/{version}/work',
  summary: 'Send work that was decided under the version before back to the queue: some of it, or all',
  access: 'project:lead',
  params: guidelineParams,
  body: z.object({
    /** All that can be, when absent. */
    versions: z.array(idSchema).min(1).max(2000).optional(),
  }),
  response: sentBackSchema,
})

export const undoSendingEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/versions/{version}/work/undo',
  summary: 'Take a sending back: what nobody has decided again stands as it did. Returns how much that was',
  access: 'project:lead',
  params: guidelineParams,
  body: z.object({ sendingId: idSchema }),
  response: z.object({ restored: z.number(), decided: z.number() }),
})
