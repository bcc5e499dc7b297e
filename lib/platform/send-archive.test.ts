import { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { openHashedFile } from '@/lib/platform/hashed-file'
import { sendArchive } from '@/lib/platform/send-archive'
import type { SentFile } from '@/lib/platform/send-file'

const texts: Record<string, string> = {
  'manifest.json': '{}',
  'data/train-00000-of-00001.jsonl': 'a line\n'.repeat(5000),
  'empty.jsonl': '',
  'block.txt': 'x'.repeat(512),
}
const content: SentFile[] = []
const ask = (headers: Record<string, string> = {}) =>
  sendArchive(new Request('http://gloss/archive', { headers }), { name: 'export.tar', content })

beforeAll(async () => {
  for (const [name, text] of Object.entries(texts)) {
    const file = await openHashedFile(`archive/${name}`)
    await file.write(text)
    content.push({ name, ...(await file.commit()) })
  }
})

async function unpack(bytes: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const entry of Readable.from([bytes]).pipe(extract())) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    found[entry.header.name] = Buffer.concat(chunks).toString()
  }
  return found
}

describe('an archive', () => {
  it('holds every file, and is as long as it says', async () => {
    const answer = await ask()
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
    expect(answer.headers.get('content-type')).toBe('application/x-tar')
    expect(await unpack(bytes)).toEqual(texts)
  })

  it('goes on where it was cut, wherever that was', async () => {
    const whole = Buffer.from(await (await ask()).arrayBuffer())
    for (const cut of [1, 511, 512, 513, 1024, 1500, 20_000, whole.length - 1]) {
      const rest = await ask({ range: `bytes=${cut}-` })
      expect(rest.status).toBe(206)
      expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(cut))).toBe(true)
    }
    const etag = (await ask()).headers.get('etag')!
    expect((await ask({ 'if-none-match': etag })).status).toBe(304)
  })
})
