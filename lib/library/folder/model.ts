import { z } from 'zod'
import { type LibraryKind, libraryKindSchema } from '@/lib/artifacts/model'
import { taskFormSchema } from '@/lib/tasks/model'

/** What the first line of a file says: its kind, and the number of this layout. */
export const LAYOUT = 1
/** No text of a library is as long. */
export const MOST_FILE_BYTES = 2_000_000

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const decisionSchema = z.strictObject({
  verdict: z.enum(['approve', 'edit', 'reject', 'skip']),
  /** A pseudonym, as exports have it. */
  by: z.string(),
  at: z.string(),
  reason: z.string().optional(),
  comment: z.string().optional(),
})

const pastVersionSchema = z.strictObject({
  version: z.number().int().positive(),
  hash,
  by: z.string(),
  at: z.string(),
  decisions: z.array(decisionSchema).default([]),
})
export type PastVersion = z.infer<typeof pastVersionSchema>

/** Where a version came from: another project, another artifact, a file. */
export const sourceNoteSchema = z.looseObject({
  project: z.string().optional(),
  key: z.string().optional(),
  version: z.number().optional(),
  file: z.string().optional(),
  history: z.array(pastVersionSchema).optional(),
})
export type SourceNote = z.infer<typeof sourceNoteSchema>

export const sourceHows = ['forked', 'merged', 'split', 'imported'] as const
export const sourceHowSchema = z.enum(sourceHows)
export type SourceHow = (typeof sourceHows)[number]

/** One artifact as a file says it; its content is read by its kind. */
export const artifactFileSchema = z.strictObject({
  gloss: z.string(),
  key: z.string().min(1).max(400),
  /** By name, and by the hash of its file: references to instances hold in that file only. */
  corpus: z.strictObject({ name: z.string(), file: hash }).optional(),
  taskForm: taskFormSchema,
  /** Of an answer under a rule: that rule. */
  rule: z.strictObject({ key: z.string(), hash }).optional(),
  content: z.record(z.string(), z.unknown()),
  /** Of the content. A file that a person changed leaves it out. */
  hash: hash.optional(),
  version: z.number().int().positive().optional(),
  history: z.array(pastVersionSchema).default([]),
  sources: z.array(z.strictObject({ how: z.enum(sourceHows), hash, named: sourceNoteSchema })).default([]),
})
export type ArtifactFile = z.infer<typeof artifactFileSchema>

export const FOLDERS: Record<LibraryKind, string> = {
  guideline: 'guidelines',
  rule: 'rules',
  application: 'applications',
  format: 'formats',
  pair: 'pairs',
}

/** The kind that the first line of a file names. */
export function kindOf(gloss: string): LibraryKind | null {
  const [name, layout] = gloss.split('/')
  const kind = libraryKindSchema.safeParse(name)
  return kind.success && layout === String(LAYOUT) ? kind.data : null
}

export const fileFaults = [
  'yaml',
  'too-large',
  'kind-unknown',
  'shape',
  'content',
  'hash-differs',
  'twice',
  'corpus-unknown',
  'corpus-unfit',
  'label-unknown',
  'rule-unknown',
  'other-file',
  'retired',
] as const
export type FileFault = (typeof fileFaults)[number]

/** What is wrong with a file, and where in it. */
export type FoundFault = { code: FileFault; line: number; message: string }
