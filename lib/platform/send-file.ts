import { Readable } from 'node:stream'
import { files } from '@/lib/platform/files'

export type SentFile = { key: string; name: string; bytes: number; sha256: string }

/** Streams a file, or the part that a Range header asks for. Its hash is its ETag: files never change. */
export function sendFile(request: Request, { key, name, bytes, sha256 }: SentFile): Response {
  return sendBytes(request, { name, bytes, sha256, read: (range) => files().read(key, range) })
}

/** Bytes that never change, of which any part can be read: both ends are inclusive. */
export type SentBytes = {
  name: string
  bytes: number
  sha256: string
  read(range: { start: number; end: number }): Readable
}

/** As `sendFile`, for what is put together while it is sent. */
export function sendBytes(request: Request, file: SentBytes): Response {
  const etag = `"${file.sha256}"`
  const headers: Record<string, string> = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-disposition': `attachment; filename="${file.name.split('/').at(-1)}"`,
    'content-type': typeOf(file.name),
    'x-content-type-options': 'nosniff',
  }
  if (knows(request, etag)) return new Response(null, { status: 304, headers })

  const range = mayBePart(request, etag) ? parseRange(request.headers.get('range'), file.bytes) : 'all'
  if (range === 'unsatisfiable') {
    const unsatisfied = { 'content-range': `bytes */${file.bytes}`, 'accept-ranges': 'bytes' }
    return new Response(null, { status: 416, headers: unsatisfied })
  }
  const { start, end } = range === 'all' ? { start: 0, end: file.bytes - 1 } : range
  headers['content-length'] = String(end - start + 1)
  if (range !== 'all') headers['content-range'] = `bytes ${start}-${end}/${file.bytes}`
  const body = file.bytes === 0 ? null : Readable.toWeb(file.read({ start, end }))
  return new Response(body as ReadableStream | null, { status: range === 'all' ? 200 : 206, headers })
}

function typeOf(name: string): string {
  const end = name.split('.').at(-1)!
  return TYPES[end] ?? 'application/octet-stream'
}

const TYPES: Record<string, string> = {
  jsonl: 'application/x-ndjson',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  yaml: 'application/yaml',
  gz: 'application/gzip',
  tar: 'application/x-tar',
  parquet: 'application/vnd.apache.parquet',
}

function knows(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match')
  return given === '*' || (given?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false)
}

/** A part is only sent to someone whose other parts are of the same file. */
function mayBePart(request: Request, etag: string): boolean {
  const given = request.headers.get('if-range')
  return given === null || given === etag
}

/** What of a file a request asks for: all of it, a part (both ends inclusive), or a part that it does not have. */
type FileRange = 'all' | { start: number; end: number } | 'unsatisfiable'

/** Reads a Range header of one range. Several ranges, or a header that is none, ask for the whole file (RFC 9110, 14.2). */
function parseRange(header: string | null, bytes: number): FileRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return 'all'
  const [, first, last] = match
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < start) return 'all'
  return start >= bytes ? 'unsatisfiable' : { start, end }
}
