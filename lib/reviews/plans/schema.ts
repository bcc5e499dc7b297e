import { z } from 'zod'
import { artifactKindSchema, bothLanguagesSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { roleSchema } from '@/lib/projects/model'
import { assigneeSchema, assigneesSchema, reviewPlanSchema } from '@/lib/reviews/plans/model'

export const planViewSchema = reviewPlanSchema.extend({
  kind: artifactKindSchema,
  /** Has nobody changed it? Then no more decisions are asked for than there are people. */
  isDefault: z.boolean(),
  waiting: z.number(),
})
export type PlanView = z.infer<typeof planViewSchema>

export const plansSchema = z.object({
  plans: z.array(planViewSchema),
  /** Who may be asked. */
  people: z.array(z.object({ id: z.string(), name: z.string(), role: roleSchema })),
})
export type Plans = z.infer<typeof plansSchema>

export const readPlansEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/queue/plan',
  summary: 'How the drafts of each kind are reviewed: by how many, by whom, in which order',
  access: 'project:annotator',
  params: projectParams,
  response: plansSchema,
})

export const setPlanEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/queue/plan/{kind}',
  summary: 'Change how the drafts of a kind are reviewed, those that wait among them; very many by a job',
  access: 'project:lead',
  params: projectParams.extend({ kind: artifactKindSchema }),
  body: reviewPlanSchema.partial(),
  response: plansSchema.extend({ jobId: idSchema.nullable() }),
})

const filter = {
  kind: artifactKindSchema.optional(),
  label: z.string().max(200).optional(),
  corpus: idSchema.optional(),
  /** Whose they are: an id, `role:` and a role, or `nobody`. */
  assigned: assigneeSchema.optional(),
}

export const countAssignableEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/queue/assignments',
  summary: 'How many waiting drafts a filter finds, before they are assigned',
  access: 'project:lead',
  params: projectParams,
  query: z.object(filter),
  response: z.object({
    drafts: z.number(),
    /** So many of them somebody decides now: these stay with them until they have. */
    held: z.number(),
  }),
})

export const assignableDraftSchema = z.object({
  versionId: idSchema,
  kind: artifactKindSchema,
  title: bothLanguagesSchema,
  number: z.number(),
  label: z.string(),
  corpusName: z.string().nullable(),
  assignedTo: assigneesSchema,
  /** Who decides it now. */
  holder: z.string().nullable(),
  since: z.iso.datetime(),
})
export type AssignableDraft = z.infer<typeof assignableDraftSchema>

const assignablePageSchema = pageOf(assignableDraftSchema).extend({
  drafts: z.number(),
  held: z.number(),
  /** With the first page: the labels of all that waits, the commonest first. */
  labels: z.array(z.object({ label: z.string(), count: z.number() })),
})
export type AssignablePage = z.infer<typeof assignablePageSchema>

export const listAssignableEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/queue/drafts',
  summary: 'Drafts that wait, with whose they are and who decides them now, oldest first',
  access: 'project:lead',
  params: projectParams,
  query: pageQuerySchema.extend(filter),
  response: assignablePageSchema,
})

export const assignDraftsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/queue/assignments',
  summary: 'Assign waiting drafts, by a filter or by id, to people or roles; to nobody named: to everybody',
  access: 'project:lead',
  params: projectParams,
  body: z.object({
    ...filter,
    versions: z.array(idSchema).min(1).max(1000).optional(),
    to: assigneesSchema,
  }),
  response: z.object({
    drafts: z.number(),
    /** For taking it back; null where every draft was theirs already. */
    assignmentId: idSchema.nullable(),
  }),
})

export const undoAssignmentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/queue/assignments/{assignment}/undo',
  summary:
    'Take an assignment back: its drafts are whose they were before, but for those decided or assigned anew since',
  access: 'project:lead',
  params: projectParams.extend({ assignment: idSchema }),
  response: z.object({ drafts: z.number(), left: z.number() }),
})
