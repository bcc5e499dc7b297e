import { z } from 'zod'
import {
  MOST_NOTE,
  nodeContentSchema,
  nodeLevelSchema,
  nodeNameSchema,
} from '@/lib/artifacts/kinds/node/content'
import { versionSchema } from '@/lib/artifacts/schema'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { decisionSchema } from '@/lib/reviews/schema'
import { nodeStateSchema, treeChangeSchema, treeFilterSchema } from '@/lib/taxonomy/model'

const plainName = z.object({ en: z.string(), zh: z.string() })

/** How many stand below a node, by how they stand. `used`: in force, with nothing removed between. */
export const treeCountsSchema = z.object({
  nodes: z.number(),
  kept: z.number(),
  removed: z.number(),
  waiting: z.number(),
  disputed: z.number(),
  used: z.number(),
})
export type TreeCounts = z.infer<typeof treeCountsSchema>

export const nodeSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  /** Its place among all nodes; the places of the nodes above it are what it begins with. */
  path: z.string(),
  level: nodeLevelSchema,
  name: plainName,
  state: nodeStateSchema,
  /** A node above it is removed. */
  outOfUse: z.boolean(),
  /** What is voted on: decisions name it and its hash. */
  version: z.object({ id: idSchema, number: z.number(), contentHash: z.string() }),
  children: z.number(),
  below: treeCountsSchema,
  votes: z.object({
    /** How many were asked. */
    asked: z.number(),
    cast: z.number(),
    /** Null while the caller has yet to vote blind. */
    keep: z.number().nullable(),
    remove: z.number().nullable(),
  }),
  mine: z.enum(['keep', 'remove']).nullable(),
  waitsForMe: z.boolean(),
  /** The name under which it is in force, while a newer one waits for votes. */
  inForceAs: plainName.nullable(),
})
export type NodeView = z.infer<typeof nodeSchema>

const partSchema = z.object({ id: idSchema, name: plainName, state: nodeStateSchema, nodes: z.number() })

export const taxonomySchema = z.object({
  total: treeCountsSchema,
  /** The fields with the largest of what hangs directly below each: the mix as a picture. */
  groups: z.array(partSchema.extend({ used: z.number(), parts: z.array(partSchema) })),
  /** Does anything wait for the caller's vote? */
  waitsForMe: z.boolean(),
})
export type TaxonomyView = z.infer<typeof taxonomySchema>

export const readTaxonomyEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/taxonomy',
  summary: 'How large the tree is, how it stands, and its fields with what hangs below them',
  access: 'project:annotator',
  params: projectParams,
  response: taxonomySchema,
})

export const listNodesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/taxonomy/nodes',
  summary: 'What hangs directly below a node, or the fields, in their order',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({ parent: idSchema.optional() }),
  response: pageOf(nodeSchema),
})

export const foundSchema = pageOf(nodeSchema).extend({
  /** The nodes above those of the page, from the top. */
  above: z.array(nodeSchema),
})
export type FoundNodes = z.infer<typeof foundSchema>

export const findNodesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/taxonomy/found',
  summary:
    'Nodes by a part of their name, in English or Chinese, and by how they stand, in the order of the tree',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({
    q: z.string().trim().max(200).optional(),
    filter: treeFilterSchema.optional(),
  }),
  response: foundSchema,
})

const nodeParams = projectParams.extend({ node: idSchema })

export const changeSchema = z.object({
  id: idSchema,
  kind: treeChangeSchema,
  by: z.string(),
  at: z.iso.datetime(),
  undone: z.boolean(),
  /** Names that the change is about: where it was moved from and to, what it was merged into, what it was called. */
  from: plainName.nullable(),
  to: plainName.nullable(),
})
export type TreeChangeView = z.infer<typeof changeSchema>

export const nodeDetailSchema = z.object({
  node: nodeSchema,
  content: nodeContentSchema.extend({ name: plainName }),
  above: z.array(nodeSchema),
  siblings: z.array(nodeSchema),
  children: z.array(nodeSchema),
  versions: z.array(versionSchema),
  decisions: z.array(decisionSchema),
  changes: z.array(changeSchema),
})
export type NodeDetail = z.infer<typeof nodeDetailSchema>

export const readNodeEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/taxonomy/nodes/{node}',
  summary:
    'One node with what stands around it, its versions, the votes that the caller may see, and its changes',
  access: 'project:annotator',
  params: nodeParams,
  response: nodeDetailSchema,
})

const note = z.string().trim().max(MOST_NOTE).default('')

export const addNodeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/nodes',
  summary: 'Add a node for people to vote on',
  access: 'project:annotator',
  params: projectParams,
  body: z.object({ parentId: idSchema.nullable(), level: nodeLevelSchema, name: nodeNameSchema, note }),
  response: nodeSchema,
})

export const renameNodeEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/taxonomy/nodes/{node}',
  summary:
    'Give a node another name or note: a version that is voted on anew, while what was kept stays in force',
  access: 'project:lead',
  params: nodeParams,
  body: z.object({
    name: nodeNameSchema,
    note,
    /** Says that the votes on the name of before are known: they stay with it. */
    askAgain: z.boolean().default(false),
  }),
  response: nodeSchema,
})

export const moveNodeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/nodes/{node}/move',
  summary: 'Hang a node, with all below it, somewhere else. Votes stay as they are',
  access: 'project:lead',
  params: nodeParams,
  body: z.object({ parentId: idSchema }),
  response: nodeSchema,
})

export const mergeNodesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/nodes/{node}/merge',
  summary:
    'Let a node go up in another of its level: what hangs below it moves there. Votes on either stay with it',
  access: 'project:lead',
  params: nodeParams,
  body: z.object({ intoId: idSchema }),
  response: nodeSchema,
})

export const undoChangeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/changes/{change}/undo',
  summary: 'Take back a change of the tree, unless something rests on it by now',
  access: 'project:annotator',
  params: projectParams.extend({ change: idSchema }),
})
