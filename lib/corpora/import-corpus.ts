import type { z } from 'zod'
import { forgetUpload } from '@/lib/corpora/discard-upload'
import { describeFix } from '@/lib/corpora/fixes/describe-fix'
import { importCorpusJob } from '@/lib/corpora/jobs'
import { corpusIdName } from '@/lib/corpora/model'
import { corpusView, uploadUnknown } from '@/lib/corpora/queries'
import { recogniseFile } from '@/lib/corpora/recognise-file'
import type { CorpusView, importCorpusInput } from '@/lib/corpora/schema'
import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation, type Json, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { files } from '@/lib/platform/files'
import { uuidFromName } from '@/lib/platform/hash'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type Input = z.output<typeof importCorpusInput>
type Answer = { corpus: CorpusView; jobId: string | null }
type CorpusRow = NonNullable<Awaited<ReturnType<typeof db.corpus.findUnique>>>
type UploadRow = NonNullable<Awaited<ReturnType<typeof db.upload.findUnique>>>

/**
 * Orders the import of an uploaded file under a name. Asked again with the same file, it goes on where a killed import
 * stopped, or answers with the finished corpus.
 */
export async function importCorpus(actor: ProjectActor, input: Input): Promise<Answer> {
  requireRole(actor, 'lead')
  const id = uuidFromName(corpusIdName(actor.project.id, input.name))
  const upload = await db.upload.findFirst({
    where: { id: input.uploadId, projectId: actor.project.id },
  })
  const existing = await db.corpus.findUnique({ where: { id } })
  if (existing) return goOn(actor, { existing, upload, input })
  if (!upload) throw uploadUnknown()
  try {
    return await begin(actor, { id, upload, input })
  } catch (error) {
    const rival = isUniqueViolation(error) ? await db.corpus.findUnique({ where: { id } }) : null
    if (!rival) throw error
    return goOn(actor, { existing: rival, upload, input })
  }
}

async function begin(
  actor: ProjectActor,
  { id, upload, input }: { id: string; upload: UploadRow; input: Input },
): Promise<Answer> {
  const { packing, format, taskForm, options } = await recogniseFile(upload, input).catch(sayIfDiscarded)
  const { name, language, licence, source, split } = input
  const { fileKey, fileName, sha256, bytes } = upload
  const projectId = actor.project.id
  const { corpus, jobId } = await db.$transaction(async (tx) => {
    const corpus = await tx.corpus.create({
      data: {
        ...{ id, projectId, name, taskForm, language, licence, source, split, packing, format },
        ...{ fileKey, fileName, fileSha256: sha256, fileBytes: bytes, options: options as Json },
        plan: (input.plan ?? {}) as Json,
        createdById: actor.id,
      },
    })
    const { count } = await tx.upload.deleteMany({ where: { id: upload.id } })
    if (count === 0) throw uploadUnknown()
    await audit(tx, actor, {
      action: 'import.ordered',
      subjectKind: 'corpus',
      subjectId: id,
      projectId,
      data: {
        ...{ name, taskForm, language, licence, source, split, format, fileName, sha256 },
        ...(input.plan && { fixes: input.plan.fixes.map(describeFix) }),
      },
    })
    return { corpus, jobId: await startImport(tx, actor, corpus) }
  })
  return { corpus: await corpusView(corpus), jobId }
}

async function goOn(
  actor: ProjectActor,
  { existing, upload, input }: { existing: CorpusRow; upload: UploadRow | null; input: Input },
): Promise<Answer> {
  const isItsOwn = existing.fileKey.endsWith(`/${input.uploadId}`)
  if (!upload && !isItsOwn) throw uploadUnknown()
  if (upload && upload.sha256 !== existing.fileSha256) throw nameTaken(input.name)
  const { isOurs, jobId } = await db.$transaction(async (tx) => {
    const isOurs = upload !== null && (await forgetUpload(tx, actor, upload))
    if (existing.state !== 'importing') return { isOurs, jobId: null }
    return { isOurs, jobId: (await findOpenJob(tx, existing.id)) ?? (await startImport(tx, actor, existing)) }
  })
  if (isOurs && upload && upload.fileKey !== existing.fileKey) await files().remove(upload.fileKey)
  return { corpus: await corpusView(existing), jobId }
}

function startImport(
  tx: Tx,
  actor: ProjectActor,
  corpus: { id: string; fileBytes: bigint },
): Promise<string> {
  return startJob(tx, actor, {
    job: importCorpusJob,
    projectId: actor.project.id,
    subjectId: corpus.id,
    payload: { corpusId: corpus.id },
    total: Number(corpus.fileBytes),
  })
}

const SILENT_MS = 30_000

/** A job that waits for a worker or is being worked on. One that fell silent may be lost; another will not harm it. */
async function findOpenJob(tx: Tx, corpusId: string): Promise<string | null> {
  const heardSince = new Date(Date.now() - SILENT_MS)
  const open = await tx.jobRun.findFirst({
    where: {
      kind: importCorpusJob.name,
      subjectId: corpusId,
      OR: [{ state: { in: ['queued', 'retrying'] } }, { state: 'running', heartbeatAt: { gte: heardSince } }],
    },
    orderBy: { createdAt: 'desc' },
  })
  return open?.id ?? null
}

/** An upload that is discarded at the same moment takes its file with it. */
function sayIfDiscarded(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT' ? uploadUnknown() : error
}

function nameTaken(name: string): AppError {
  return new AppError(
    'conflict',
    `“${name}” is the name of a corpus that was made from another file. Nothing was changed; import this file under another name.`,
    { reason: 'corpus-name-taken', params: { name } },
  )
}
