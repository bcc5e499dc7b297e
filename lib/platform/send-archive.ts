import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pack } from 'tar-stream'
import { files } from '@/lib/platform/files'
import { sha256 } from '@/lib/platform/hash'
import { type SentFile, sendBytes } from '@/lib/platform/send-file'

const BLOCK = 512

/** Some bytes of the archive: in memory, or in a file. */
type Piece = { bytes: number } & ({ held: Buffer } | { key: string })

/**
 * Several files as one tar archive that is never stored. Where each of its bytes comes from is known before the first is sent, so a
 * download that was cut goes on where it was.
 */
export async function sendArchive(
  request: Request,
  { name, content }: { name: string; content: readonly SentFile[] },
): Promise<Response> {
  const pieces = (await Promise.all(content.map(piecesOf))).flat()
  pieces.push(held(Buffer.alloc(2 * BLOCK)))
  return sendBytes(request, {
    name,
    bytes: pieces.reduce((sum, piece) => sum + piece.bytes, 0),
    sha256: sha256(JSON.stringify(content.map((file) => [file.name, file.bytes, file.sha256]))),
    read: (range) => Readable.from(readPieces(pieces, range), { objectMode: false }),
  })
}

const held = (bytes: Buffer): Piece => ({ bytes: bytes.length, held: bytes })

async function piecesOf({ key, name, bytes }: SentFile): Promise<Piece[]> {
  const padding = held(Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK))
  return [held(await headerOf(name, bytes)), { bytes, key }, padding]
}

/** What the packer says before the bytes of a file; nothing in it depends on the time or the machine. */
async function headerOf(name: string, size: number): Promise<Buffer> {
  const packer = pack()
  packer.entry({ name, size, mtime: new Date(0), mode: 0o644, uid: 0, gid: 0 })
  await once(packer, 'readable')
  const header = packer.read() as Buffer
  packer.destroy()
  return header
}

async function* readPieces(pieces: readonly Piece[], range: { start: number; end: number }) {
  let at = 0
  for (const piece of pieces) {
    const start = Math.max(range.start - at, 0)
    const end = Math.min(range.end - at, piece.bytes - 1)
    at += piece.bytes
    if (start > end) continue
    if ('held' in piece) yield piece.held.subarray(start, end + 1)
    else yield* files().read(piece.key, { start, end }) as AsyncIterable<Buffer>
  }
}
