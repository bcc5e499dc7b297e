import { z } from 'zod'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { jobStateSchema, nextStepKinds, roleSchema } from '@/lib/projects/model'

export const projectSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  role: roleSchema,
  createdAt: z.iso.datetime(),
})
export type ProjectView = z.infer<typeof projectSchema>

export const createProjectInput = z.object({
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().max(2000).default(''),
})

export const listProjectsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects',
  summary: 'The projects that the caller is a member of',
  access: 'signed-in',
  response: z.object({ items: z.array(projectSchema) }),
})

export const createProjectEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects',
  summary: 'Make a project; the caller becomes its admin',
  access: 'admin',
  body: createProjectInput,
  response: projectSchema,
})

/** What the home shows: a count at each station of the loop and what moved in the last seven days, oldest day first. */
export const stationSchema = z.object({ count: z.number(), week: z.array(z.number()).length(7) })
export const nextStepSchema = z.object({
  kind: z.enum(nextStepKinds),
  count: z.number(),
  /** What the step is about: a corpus's id, or the number of a release or of a run. */
  subjectId: z.string().nullable(),
})
export type NextStep = z.infer<typeof nextStepSchema>

export const homeSchema = z.object({
  project: projectSchema,
  corpora: stationSchema.extend({ instances: z.number() }),
  drafts: stationSchema.extend({ waiting: z.number() }),
  decisions: stationSchema,
  library: stationSchema.extend({ unreleased: z.number() }),
  releases: stationSchema.extend({ latest: z.number().nullable() }),
  exports: stationSchema.extend({ instructions: z.number() }),
  next: nextStepSchema,
})
export type Home = z.infer<typeof homeSchema>

export const readHomeEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}',
  summary: 'The loop of a project in counts, and the next thing to do',
  access: 'project:annotator',
  params: projectParams,
  response: homeSchema,
})

export const activitySchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  actorKind: z.string(),
  via: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type Activity = z.infer<typeof activitySchema>

export const listActivityEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/activity',
  summary: 'What was done in the project, newest first: the audit log',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({ action: z.string().max(60).optional() }),
  response: pageOf(activitySchema),
})

export const jobStepSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const jobSchema = z.object({
  id: idSchema,
  kind: z.string(),
  subjectId: z.string(),
  state: jobStateSchema,
  unit: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  step: jobStepSchema.partial(),
  log: z.array(jobStepSchema.extend({ at: z.iso.datetime() })),
  error: z
    .object({
      message: z.string(),
      /** Of a failure that a person can act on: its name, and values for its sentence. */
      reason: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  cancelAsked: z.boolean(),
  /** It failed for a reason that a person can do something about, and goes on where it was once they say so. */
  canGoOn: z.boolean(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  heartbeatAt: z.iso.datetime().nullable(),
})
export type JobView = z.infer<typeof jobSchema>

const jobParams = projectParams.extend({ job: idSchema })

export const listJobsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/jobs',
  summary: 'Long pieces of work, newest first, without their logs',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({
    open: z.enum(['true', 'false']).optional(),
    subject: z.string().optional(),
  }),
  response: pageOf(jobSchema),
})

export const readJobEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/jobs/{job}',
  summary: 'One long piece of work: progress, step, log, result',
  access: 'project:annotator',
  params: jobParams,
  response: jobSchema,
})

export const cancelJobEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/jobs/{job}/cancel',
  summary: 'Ask a job to stop; it stops at its next step and leaves nothing half done',
  access: 'project:lead',
  params: jobParams,
  response: jobSchema,
})

export const resumeJobEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/jobs/{job}/resume',
  summary:
    'Let a job go on that ended for want of money or of an answering service; what is done is not done again',
  access: 'project:lead',
  params: jobParams,
  response: jobSchema,
})

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  kind: z.enum(['person', 'service']),
  role: roleSchema,
  joinedAt: z.iso.datetime(),
  decisions: z.number(),
})
export type MemberView = z.infer<typeof memberSchema>

export const listMembersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/members',
  summary: 'Who is in the project',
  access: 'project:annotator',
  params: projectParams,
  response: z.object({ items: z.array(memberSchema) }),
})

const memberParams = projectParams.extend({ user: z.string().min(1) })

export const changeRoleEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/members/{user}',
  summary: "Change a member's role; the last admin cannot step down",
  access: 'project:admin',
  sessionOnly: true,
  params: memberParams,
  body: z.object({ role: roleSchema }),
  response: memberSchema,
})

export const removeMemberEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/members/{user}',
  summary: 'Take a member out of the project; their decisions stay',
  access: 'project:admin',
  sessionOnly: true,
  params: memberParams,
})
