import { crc32, deflateRawSync } from 'node:zlib'
import tar from 'tar-stream'

export type Member = {
  name: string
  content?: string | Uint8Array
  /** For a ZIP that lies or is locked. */
  flags?: number
  saidBytes?: number
  /** For a tar with more than plain files. */
  type?: tar.Header['type']
  linkname?: string
}

/** A ZIP, written by hand so that a test can make one that no packer would. */
export function makeZip(members: readonly Member[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const name = Buffer.from(member.name)
    const content = Buffer.from(member.content ?? '')
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE((member.flags ?? 0) | 0x800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(member.saidBytes ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, name]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(members.length & 0xffff, 8)
  end.writeUInt16LE(members.length & 0xffff, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

export async function makeTar(members: readonly Member[]): Promise<Buffer> {
  const pack = tar.pack()
  for (const { name, content = '', type = 'file', linkname } of members)
    if (type === 'file') pack.entry({ name }, Buffer.from(content))
    else pack.entry({ name, type, ...(linkname && { linkname }) })
  pack.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of pack) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
