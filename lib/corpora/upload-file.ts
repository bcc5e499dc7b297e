import { createHash, randomUUID } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { uploadView } from '@/lib/corpora/queries'
import type { UploadView } from '@/lib/corpora/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { files } from '@/lib/platform/files'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type Body = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | null

/** Keeps a file that is being sent, as it arrives. What is cut off or too large leaves nothing. */
export async function uploadFile(
  actor: ProjectActor,
  input: { name: string; body: Body; announcedBytes?: number },
): Promise<UploadView> {
  requireRole(actor, 'lead')
  const id = randomUUID()
  const fileKey = `corpora/${id}`
  if (input.announcedBytes !== undefined && input.announcedBytes > limitBytes()) throw tooLarge()
  const { bytes, sha256 } = await storeFile(fileKey, input.body)
  const upload = await recordUpload(actor, {
    id,
    fileKey,
    fileName: fileNameOf(input.name),
    bytes,
    sha256,
  }).catch(async (error) => {
    await files().remove(fileKey)
    throw error
  })
  return uploadView(upload)
}

async function storeFile(fileKey: string, body: Body): Promise<{ bytes: number; sha256: string }> {
  const file = await files().write(fileKey)
  const digest = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      digest.update(chunk)
      done(bytes > limitBytes() ? tooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(Readable.from(body ?? []), measure, file.stream)
    if (bytes === 0) throw new AppError('invalid', 'The file is empty.', { reason: 'file-empty' })
    await file.commit()
  } catch (error) {
    await file.discard()
    throw error instanceof AppError ? error : cutOff(error)
  }
  return { bytes, sha256: digest.digest('hex') }
}

function recordUpload(
  actor: ProjectActor,
  file: { id: string; fileKey: string; fileName: string; bytes: number; sha256: string },
) {
  return db.$transaction(async (tx) => {
    const projectId = actor.project.id
    const upload = await tx.upload.create({ data: { ...file, projectId, createdById: actor.id } })
    const { fileName, bytes, sha256 } = file
    await audit(tx, actor, {
      action: 'upload.received',
      subjectKind: 'upload',
      subjectId: file.id,
      projectId,
      data: { fileName, bytes, sha256 },
    })
    return upload
  })
}

/** Browsers send a plain name; scripts may send a path. */
function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  return last.replace(/\p{Cc}/gu, '') || 'file'
}

function limitBytes(): number {
  return env().GLOSS_UPLOAD_LIMIT_MB * 1_000_000
}

function tooLarge(): AppError {
  const limit = env().GLOSS_UPLOAD_LIMIT_MB
  return new AppError('too_large', `The file is larger than ${limit} MB. Nothing was kept.`, {
    reason: 'upload-too-large',
    params: { limit },
  })
}

function cutOff(cause: unknown): AppError {
  const message = `The file did not arrive whole (${(cause as Error).message}). Nothing was kept; send it again.`
  return new AppError('invalid', message, { reason: 'upload-cut-off' })
}
