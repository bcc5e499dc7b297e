import { z } from 'zod'
import { type ArtifactKind, artifactKindSchema } from '@/lib/artifacts/model'
import { type VersionOf, versionSchema } from '@/lib/artifacts/schema'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { feedbackSchema, warmUpSchema } from '@/lib/reviews/gold/schema'
import { deciderRoles, reasonCodeSchema, sampleMarksSchema, verdictSchema } from '@/lib/reviews/model'
import { taskFormSchema } from '@/lib/tasks/model'

export const decisionSchema = z.object({
  id: idSchema,
  number: z.number(),
  versionId: idSchema,
  artifactId: idSchema,
  artifactKey: z.string(),
  versionNumber: z.number(),
  contentHash: z.string(),
  verdict: verdictSchema,
  /** `lead`: of who settled what the reviewers disagreed about. */
  role: z.enum(deciderRoles),
  reasonCode: reasonCodeSchema.nullable(),
  comment: z.string(),
  resultVersionId: idSchema.nullable(),
  undone: z.boolean(),
  reviewerId: z.string(),
  reviewer: z.string(),
  /** What a reviewer found in a random sample of a rule's applications. */
  sample: sampleMarksSchema.nullable(),
  elapsedMs: z.number(),
  createdAt: z.iso.datetime(),
})
export type DecisionView = z.infer<typeof decisionSchema>

/** One place at the desk: the draft, its corpus, what came before it. Evidence is read beside it, by version. */
export const deskItemSchema = z.object({
  version: versionSchema,
  /** Null for what belongs to no corpus, such as a format. */
  corpus: z
    .object({ id: idSchema, name: z.string(), language: z.string(), taskForm: taskFormSchema })
    .nullable(),
  history: z.array(versionSchema),
  decisions: z.array(decisionSchema),
  leasedUntil: z.iso.datetime(),
  /** It was given to the caller by name. */
  isMine: z.boolean().default(false),
})
export type DeskItem = z.infer<typeof deskItemSchema>
/** The same with a draft of one kind. What is neither a format nor of the taxonomy belongs to a corpus. */
export type DeskItemOf<Kind extends ArtifactKind> = Omit<DeskItem, 'version' | 'corpus'> & {
  version: VersionOf<Kind>
  corpus: Kind extends 'format' | 'pair' | 'node' | 'syllabus'
    ? DeskItem['corpus']
    : NonNullable<DeskItem['corpus']>
}

export const queueCountsSchema = z.object({
  waiting: z.number(),
  heldByOthers: z.number(),
  /** The caller's own decisions in this project, undone ones not counted. */
  decidedByMe: z.number(),
  skippedByMe: z.number(),
  /** Names of those who are at the desk of this project now, the caller not among them. */
  others: z.array(z.string()),
})

export type QueueCounts = z.infer<typeof queueCountsSchema>

export const readQueueEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/queue',
  summary: 'How much waits, and what of it others hold',
  access: 'project:annotator',
  params: projectParams,
  response: queueCountsSchema,
})

export const leaseDraftsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/queue/leases',
  summary:
    'Take the next drafts to decide: those already held come first. One statement; nobody else gets them meanwhile',
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams,
  body: z.object({
    count: z.number().int().min(1).max(20).default(3),
    kind: artifactKindSchema.optional(),
    /** Take this draft rather than the next one: the link from a list. */
    versionId: idSchema.optional(),
    /** Bring back what the caller skipped, once the rest is done. */
    includeSkipped: z.boolean().default(false),
  }),
  response: z.object({
    items: z.array(deskItemSchema),
    counts: queueCountsSchema,
    /** What the caller has yet to pass before their decisions of a kind count. */
    warmUps: z.array(warmUpSchema),
  }),
})

export const renewLeasesEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/queue/leases',
  summary: 'Keep everything that the caller holds for another while, and tell what that is',
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams,
  response: z.object({
    leases: z.array(z.object({ versionId: idSchema, leasedUntil: z.iso.datetime() })),
  }),
})

export const releaseLeasesEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/queue/leases',
  summary: 'Give back what the caller holds',
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams,
})

export const decideDraftInput = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('approve') }),
    /** A content of the kind of what is edited, read whole by that kind. */
    z.object({ verdict: z.literal('edit'), content: z.record(z.string(), z.unknown()) }),
    z.object({ verdict: z.literal('reject'), reasonCode: reasonCodeSchema }),
    z.object({ verdict: z.literal('skip') }),
  ])
  .and(
    z.object({
      versionId: idSchema,
      /** The hash of the content that was on the screen: what is approved is what was read. */
      contentHash: z.string().regex(/^[0-9a-f]{64}$/),
      comment: z.string().trim().max(4000).default(''),
      sample: sampleMarksSchema.optional(),
      elapsedMs: z.number().int().min(0).max(86_400_000).default(0),
      /** Made by the client, once per decision: sending it again does nothing twice. */
      requestKey: z.string().min(8).max(80),
    }),
  )

export type DecideDraftInput = z.output<typeof decideDraftInput>

export const decideDraftEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/decisions',
  summary:
    'Decide one draft. Only a person in a browser session may; an edit makes a new version and approves it',
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams,
  body: decideDraftInput,
  response: z.object({
    decision: decisionSchema,
    counts: queueCountsSchema,
    /** In a warm-up: was that right? Else null. */
    feedback: feedbackSchema.nullable(),
  }),
})

export const undoDecisionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/decisions/undo',
  summary:
    "Take back the caller's last decision that stands (of the last 10), or the one named; adds a row, removes none",
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams,
  body: z.object({ decisionId: idSchema.optional(), requestKey: z.string().min(8).max(80) }),
  response: z.object({
    decision: decisionSchema,
    undone: decisionSchema,
    item: deskItemSchema,
    counts: queueCountsSchema,
  }),
})

export const listDecisionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/decisions',
  summary: 'Decisions, newest first',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({
    reviewer: z.string().optional(),
    verdict: verdictSchema.optional(),
    artifact: idSchema.optional(),
  }),
  response: pageOf(decisionSchema),
})
