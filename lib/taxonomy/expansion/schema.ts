import { z } from 'zod'
import { estimateSchema } from '@/lib/artifacts/drafting/model'
import { draftStateSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import { expansionAsked } from '@/lib/taxonomy/expansion/model'

const started = z.object({ jobId: idSchema })

/** What an order would ask, before anything is asked. Nodes that wait for votes are not expanded. */
const expansionPlanSchema = z.object({
  /** Disciplines or subjects in use below the nodes of the order. */
  nodes: z.number(),
  /** Runs that are there already, and such as the order asks. */
  there: z.number(),
  asked: z.number(),
  /** Nodes with something to ask, by why; and how many of them the order asks about. */
  open: z.object({ new: z.number(), more: z.number(), changed: z.number(), other: z.number() }),
  openNodes: z.number(),
  /** Nodes of the level that are not kept yet. */
  waiting: z.number(),
})
export type ExpansionPlan = z.infer<typeof expansionPlanSchema>

/** What the job of an estimate has as its result. */
export const expansionEstimateSchema = estimateSchema.extend({ plan: expansionPlanSchema })
export type ExpansionEstimate = z.infer<typeof expansionEstimateSchema>

export const estimateExpansionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/expansion/estimates',
  summary:
    'Find out what an expansion would ask and cost: a job writes the real questions, sends none, and has plan and estimate as its result',
  access: 'project:lead',
  params: projectParams,
  body: z.object(expansionAsked),
  response: started,
})

export const expandTaxonomyEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/expansion',
  summary:
    'Ask models for the subjects of disciplines or the syllabi of subjects: exactly what is missing. All of it waits for people',
  access: 'project:lead',
  params: projectParams,
  body: z.object(expansionAsked),
  response: started,
})

const name = z.object({ en: z.string(), zh: z.string() })

export const nodeExpansionSchema = z.object({
  /** Disciplines below the node, or the node itself, whose subjects are of another text; and subjects whose syllabi are. */
  stale: z.object({ subjects: z.number(), syllabi: z.number() }),
  /** The syllabus of a subject: its newest version, and the one in force. */
  syllabus: z
    .object({
      artifactId: idSchema,
      versionId: idSchema,
      number: z.number(),
      state: draftStateSchema,
      sessions: z.number(),
      concepts: z.number(),
      inForce: z.boolean(),
    })
    .nullable(),
  /** How the runs that named a subject did so. */
  described: z
    .object({
      level: z.string(),
      subtopics: z.array(z.string()),
      said: z.array(name.extend({ run: z.number() })),
      alike: z.array(name.extend({ why: z.enum(['name', 'subtopics']), similarity: z.number() })),
    })
    .nullable(),
  /** How many runs were asked about it. */
  runs: z.number(),
})
export type NodeExpansion = z.infer<typeof nodeExpansionSchema>

export const readNodeExpansionEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/taxonomy/nodes/{node}/expansion',
  summary: 'What models said of a node: the runs that named it, its syllabus, and what is stale below it',
  access: 'project:annotator',
  params: projectParams.extend({ node: idSchema }),
  response: nodeExpansionSchema,
})
