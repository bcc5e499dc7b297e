import { z } from 'zod'

/** A text in both languages of the screens, as titles of artifacts are. */
const titleSchema = z.object({ en: z.string(), zh: z.string() })

/** What a notice is about: an artifact by what it was called then, and the version where there is one. */
const aboutSchema = z.object({
  artifactId: z.uuid(),
  /** A kind of artifact. */
  artifact: z.string(),
  title: titleSchema,
  versionId: z.uuid().optional(),
})

/** Why somebody is told, and what the screen needs to say it and to lead there. */
export const noticeSchema = z.discriminatedUnion('kind', [
  /** Drafts were given to this person to decide. */
  z.object({
    kind: z.literal('assigned'),
    count: z.number().int().positive(),
    artifact: z.string().nullable(),
    /** Who takes it back takes the notice with it. */
    assignmentId: z.uuid().optional(),
  }),
  z.object({ kind: z.literal('mentioned'), ...aboutSchema.shape, excerpt: z.string() }),
  /** What this person decided waits for review again. */
  z.object({ kind: z.literal('sent-back'), ...aboutSchema.shape, why: z.string() }),
  /** A lead settled what this person had voted on. */
  z.object({
    kind: z.literal('adjudicated'),
    ...aboutSchema.shape,
    outcome: z.enum(['approved', 'edited', 'rejected']),
  }),
  /** Reviewers disagree: a lead settles it. Several that nobody has read are one notice about the newest. */
  z.object({
    kind: z.literal('disputed'),
    ...aboutSchema.shape,
    count: z.number().int().positive().optional(),
  }),
])
export type Notice = z.infer<typeof noticeSchema>
export type NoticeKind = Notice['kind']
