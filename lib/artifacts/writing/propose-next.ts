import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ContentOf, LibraryKind } from '@/lib/artifacts/model'
import { checkWritten, proposeWritten } from '@/lib/artifacts/writing/propose-written'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { taskFormSchema } from '@/lib/tasks/model'

/** What somebody makes of an artifact. `base`: the version that lay before them; what came after it must not be written over. */
export type NextText = { artifact: string; content: Record<string, unknown>; base?: string | undefined }

/** Puts the next version of an artifact in the queue. What it is about stays: the label of a guideline, the task form of a rule. */
export async function proposeNext(
  actor: ProjectActor,
  input: NextText,
  kinds: readonly LibraryKind[],
): Promise<WrittenDraft> {
  return db.$transaction(async (tx) => {
    const { kind, corpusId, key, versions, ...artifact } = await findWritable(actor, { ...input, kinds }, tx)
    const content = readContent(kind, input.content)
    const [newest] = versions
    if (isAboutElse({ kind, key, taskForm: artifact.taskForm, before: newest?.content, content }))
      throw new AppError('invalid', `“${key}” is about something else: write it as one of its own.`, {
        reason: 'rewritten-otherwise',
        params: { label: key },
      })
    if (contentHash(content) === newest?.contentHash)
      throw new AppError('conflict', `This is what “${key}” says already.`, {
        reason: 'rewritten-same',
        params: { label: key },
      })
    const taskForm = taskFormSchema.parse(artifact.taskForm)
    const written = { kind, corpusId, taskForm, key, content }
    const evidence = await checkWritten(actor, written)
    const version = await proposeWritten(tx, actor, { ...written, evidence, base: input.base })
    await audit(tx, actor, {
      action: `${kind}.written`,
      subjectKind: 'version',
      subjectId: version.id,
      projectId: actor.project.id,
      data: {
        ...(kind === 'guideline' || kind === 'format' ? { label: key } : { key }),
        number: version.number,
      },
    })
    return { versionId: version.id, artifactId: version.artifactId }
  })
}

type Changed = {
  kind: LibraryKind
  key: string
  taskForm: string
  before: unknown
  content: ContentOf<LibraryKind>
}

function isAboutElse({ kind, key, taskForm, before, content }: Changed): boolean {
  if ('label' in content) return content.label !== key
  if ('taskForm' in content) return content.taskForm !== taskForm
  if (kind !== 'application') return false
  const { content: schema, isSame } = findKind('application')
  return !isSame(schema.parse(before), schema.parse(content))
}

async function findWritable(
  actor: ProjectActor,
  { artifact: id, kinds }: { artifact: string; kinds: readonly LibraryKind[] },
  tx: Tx,
) {
  const artifact = await tx.artifact.findFirst({
    where: { id, projectId: actor.project.id },
    include: {
      versions: { orderBy: { number: 'desc' }, take: 1, select: { contentHash: true, content: true } },
    },
  })
  const kind = kinds.find((one) => one === artifact?.kind)
  if (!artifact || !kind)
    throw new AppError('not_found', 'There is no such thing in the library of this project.', {
      reason: 'artifact-unknown',
    })
  if (artifact.retiredAt)
    throw new AppError('conflict', `“${artifact.key}” is retired. Restore it before it is changed.`, {
      reason: 'artifact-retired',
      params: { label: artifact.key },
    })
  return { ...artifact, kind }
}

function readContent<Kind extends LibraryKind>(kind: Kind, given: Record<string, unknown>): ContentOf<Kind> {
  const parsed = findKind<Kind>(kind).content.safeParse(given)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: ['body', 'content', ...path].join('.'),
    message,
  }))
  throw new AppError('invalid', `${issues[0]!.path}: ${issues[0]!.message}`, {
    reason: 'invalid-input',
    issues,
  })
}
