import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  discardUploadEndpoint,
  type UploadView,
  uploadFileEndpoint,
  uploadSchema,
} from '@/lib/corpora/schema'
import { downloadExportEndpoint } from '@/lib/exports/schema'
import { CallError, endpointUrl } from '@/lib/platform/call-endpoint'
import { errorBodySchema } from '@/lib/platform/schema'
import { CommandFailure, exitCodes, usageFailure } from './failure'
import { showProgress } from './progress'
import { call, type Server, unreachable } from './server'

const CHUNK_BYTES = 1 << 18

/** Streams a file to the server, whatever its size. */
export async function uploadFile(
  server: Server,
  input: { project: string; file: string },
): Promise<UploadView> {
  const found = await stat(input.file).catch(() => undefined)
  if (!found?.isFile()) throw usageFailure(`There is no file ${input.file}.`)
  const name = path.basename(input.file)
  const progress = showProgress(`Sending ${name}`, 'bytes')
  const hash = createHash('sha256')
  const counted = createReadStream(input.file, { highWaterMark: CHUNK_BYTES }).pipe(
    counter((done, chunk) => {
      hash.update(chunk)
      progress.update(done, found.size)
    }),
  )
  const url = endpointUrl(
    uploadFileEndpoint,
    { params: { project: input.project }, query: { name } },
    server.url,
  )
  const answer = await send(server, url, {
    method: 'POST',
    body: Readable.toWeb(counted) as ReadableStream,
    headers: { 'content-type': 'application/octet-stream' },
    duplex: 'half',
  })
  const upload = uploadSchema.parse(await answer.json())
  progress.end('sent')
  if (upload.sha256 === hash.digest('hex')) return upload
  await call(server, discardUploadEndpoint, { params: { project: input.project, upload: upload.id } })
  throw new CommandFailure(
    exitCodes.failed,
    `${name} did not arrive whole: the server has ${upload.bytes} bytes of ${found.size}. Nothing was imported.`,
    { code: 'checksum' },
  )
}

type Wanted = { name: string; bytes: number; sha256: string }

/** Brings one file of an export into a folder, going on with a part that is there, and checks it byte for byte. */
export async function downloadFile(
  server: Server,
  input: { project: string; export: string; file: Wanted; folder: string },
): Promise<string> {
  const { file } = input
  const target = path.join(input.folder, file.name)
  if (await isWhole(target, file)) return target
  const part = `${target}.part`
  await mkdir(path.dirname(target), { recursive: true })
  const progress = showProgress(`Fetching ${file.name}`, 'bytes')
  await fetchRest(server, { ...input, part, onBytes: (done) => progress.update(done, file.bytes) })
  if (!(await isWhole(part, file))) {
    await rm(part, { force: true })
    throw new CommandFailure(
      exitCodes.failed,
      `${file.name} arrived with another checksum than the server gave; it was thrown away. Run the command again.`,
      { code: 'checksum' },
    )
  }
  await rename(part, target)
  progress.end('complete, checksum right')
  return target
}

async function fetchRest(
  server: Server,
  input: { project: string; export: string; file: Wanted; part: string; onBytes(done: number): void },
): Promise<void> {
  const { file, part } = input
  const there = Math.max(0, await sizeOf(part))
  if (there === file.bytes && there > 0) return
  const from = there < file.bytes ? there : 0
  const params = { project: input.project, export: input.export, name: file.name }
  const url = endpointUrl(downloadExportEndpoint, { params }, server.url)
  const answer = await send(server, url, { headers: from > 0 ? { range: `bytes=${from}-` } : {} })
  const resumes = answer.status === 206
  const out = createWriteStream(part, { flags: resumes ? 'a' : 'w', highWaterMark: CHUNK_BYTES })
  const begin = resumes ? from : 0
  const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
  await pipeline(
    body,
    counter((done) => input.onBytes(begin + done)),
    out,
  ).catch((error: Error) => {
    throw new CommandFailure(
      exitCodes.failed,
      `${file.name} broke off (${error.message}). What arrived is kept: run the command again to go on.`,
      { code: 'interrupted' },
    )
  })
}

export async function send(
  server: Server,
  url: string,
  init: RequestInit & { duplex?: 'half' },
): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${server.token}` }
  const answer = await fetch(url, { ...init, headers }).catch(
    (error: Error & { cause?: { code?: string } }) => {
      if (error.cause?.code === 'ECONNREFUSED') throw unreachable(server)
      throw new CommandFailure(
        exitCodes.unreachable,
        `The connection to ${server.url} broke off: ${error.cause?.code ?? error.message}`,
      )
    },
  )
  if (answer.ok) return answer
  const parsed = errorBodySchema.safeParse(await answer.json().catch(() => undefined))
  throw parsed.success
    ? new CallError(answer.status, parsed.data.error)
    : new CommandFailure(exitCodes.failed, `The server answered ${answer.status} without saying why.`)
}

function counter(onBytes: (done: number, chunk: Buffer) => void): Transform {
  let done = 0
  return new Transform({
    highWaterMark: CHUNK_BYTES,
    transform(chunk: Buffer, _encoding, next) {
      done += chunk.byteLength
      onBytes(done, chunk)
      next(null, chunk)
    },
  })
}

async function isWhole(file: string, wanted: Wanted): Promise<boolean> {
  if ((await sizeOf(file)) !== wanted.bytes) return false
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file, { highWaterMark: CHUNK_BYTES }), hash)
  } catch {
    return false
  }
  return hash.digest('hex') === wanted.sha256
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => -1,
  )
}
