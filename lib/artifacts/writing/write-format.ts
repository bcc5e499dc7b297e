import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import { formatKey } from '@/lib/artifacts/kinds/format/drafting/format-key'
import { checkWritten, proposeWritten } from '@/lib/artifacts/writing/propose-written'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Puts a format variant that a person wrote in the queue, when every answer of its trial comes back. */
export async function writeFormat(
  actor: ProjectActor,
  { format }: { format: FormatContent },
): Promise<WrittenDraft> {
  requireRole(actor, 'lead')
  const key = formatKey(format.name) || format.carrier
  const [only, ...others] = format.taskForms
  const taskForm = only && others.length === 0 ? only : 'general'
  const written = { kind: 'format' as const, corpusId: null, taskForm, key, content: format }
  const evidence = await checkWritten(actor, written)
  return db.$transaction(async (tx) => {
    const version = await proposeWritten(tx, actor, { ...written, evidence })
    await audit(tx, actor, {
      action: 'format.written',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: actor.project.id,
      data: { label: key, number: version.number },
    })
    return { versionId: version.id, artifactId: version.artifactId }
  })
}
