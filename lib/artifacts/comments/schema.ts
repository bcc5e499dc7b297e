import { z } from 'zod'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

/** Somebody of the project whom a text names: `@` and their name stand in it. */
export const mentionSchema = z.object({ userId: z.string(), name: z.string() })

export const commentSchema = z.object({
  id: idSchema,
  artifactId: idSchema,
  /** The version that it is about; null: the artifact as a whole. */
  versionId: idSchema.nullable(),
  versionNumber: z.number().nullable(),
  authorId: z.string(),
  author: z.string(),
  /** Null once it was removed. */
  text: z.string().nullable(),
  mentions: z.array(mentionSchema),
  /** The caller may take it back. */
  removable: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type CommentView = z.infer<typeof commentSchema>

const params = projectParams.extend({ artifact: idSchema })

export const listCommentsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/artifacts/{artifact}/comments',
  summary:
    'What people say about an artifact, oldest first. Of a version that the caller has still to decide blind: their own only',
  access: 'project:annotator',
  params,
  query: pageQuerySchema,
  response: pageOf(commentSchema),
})

export const writeCommentInput = z.object({
  text: z.string().trim().min(1).max(4000),
  versionId: idSchema.optional(),
  /** Accounts of the project that the text names. */
  mentions: z.array(z.string().min(1).max(80)).max(20).default([]),
})

export const writeCommentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/artifacts/{artifact}/comments',
  summary: 'Say something about an artifact; who is mentioned is told',
  access: 'project:annotator',
  params,
  body: writeCommentInput,
  response: commentSchema,
})

export const removeCommentEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/artifacts/{artifact}/comments/{comment}',
  summary: 'Take back a comment of one’s own; a lead may remove any',
  access: 'project:annotator',
  params: params.extend({ comment: idSchema }),
})
