import { beforeAll, describe, expect, it } from 'vitest'
import { openHashedFile, type WrittenFile } from '@/lib/platform/hashed-file'
import { sendFile } from '@/lib/platform/send-file'

let file: WrittenFile & { name: string }
const ask = (headers: Record<string, string> = {}) =>
  sendFile(new Request('http://gloss/f', { headers }), file)

beforeAll(async () => {
  const opened = await openHashedFile('exports/x/alpaca.json')
  await opened.write('0123456789')
  file = { name: 'alpaca.json', ...(await opened.commit()) }
})

describe('a file is sent', () => {
  it('whole, as an attachment, with its hash as its name for caches', async () => {
    const answer = ask()
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-disposition': 'attachment; filename="alpaca.json"',
      'content-length': '10',
      'content-type': 'application/json',
      etag: `"${file.sha256}"`,
      'x-content-type-options': 'nosniff',
    })
    expect(await answer.text()).toBe('0123456789')
  })

  it.each([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('in part for %s', async (range, text, where) => {
    const answer = ask({ range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, where])
    expect(answer.headers.get('content-length')).toBe(String(text.length))
    expect(await answer.text()).toBe(text)
  })

  it.each(['bytes=4-2', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b'])(
    'whole for %s, which asks for no single range',
    async (range) => {
      const answer = ask({ range })
      expect([answer.status, await answer.text()]).toEqual([200, '0123456789'])
    },
  )

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('not at all for %s', (range) => {
    const answer = ask({ range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  it('not again to whoever has it, and whole to whoever has a part of another', async () => {
    expect(ask({ 'if-none-match': `W/"other", "${file.sha256}"` }).status).toBe(304)
    expect(ask({ 'if-none-match': '"other"' }).status).toBe(200)
    expect(ask({ range: 'bytes=2-4', 'if-range': '"other"' }).status).toBe(200)
    expect(ask({ range: 'bytes=2-4', 'if-range': `"${file.sha256}"` }).status).toBe(206)
  })
})
