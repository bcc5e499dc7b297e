import { finished } from 'node:stream/promises'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ImportFormat } from '@/lib/corpora/model'
import { recogniseFile } from '@/lib/corpora/recognise-file'
import { files } from '@/lib/platform/files'
import { keepFilesApart } from '@/prisma/factories/files'

keepFilesApart()

async function recognise(content: string | Buffer, asked?: ImportFormat) {
  const fileKey = 'corpora/recognised'
  const file = await files().write(fileKey)
  file.stream.end(content)
  await finished(file.stream)
  await file.commit()
  return recogniseFile({ fileKey, fileName: 'file' }, { format: asked })
}

describe('recognising a format from the content', () => {
  it.each([
    ['JSONL', '{"text": "a", "spans": []}\n', { format: 'jsonl-spans', options: {} }],
    ['JSONL after a byte order mark', '\ufeff{"text": "a"}\n', { format: 'jsonl-spans', options: {} }],
    [
      'JSONL whose first line is broken',
      'oops\n{"text": "a"}\n{"text": "b"}\n',
      { format: 'jsonl-spans', options: {} },
    ],
    ['CoNLL', 'a\tB-X\nb\tI-X\n', { format: 'conll', options: { scheme: 'iob2' } }],
    ['CoNLL in IOB1', 'a NN I-NP I-X\nb NN I-NP O\n', { format: 'conll', options: { scheme: 'iob1' } }],
    [
      'CoNLL whose first line is broken',
      'X X X\n-\tO\nb\tB-X\nc\tE-X\n',
      { format: 'conll', options: { scheme: 'bioes' } },
    ],
  ])('knows %s', async (_what, content, reading) => {
    expect(await recognise(content)).toMatchObject(reading)
  })

  it.each([
    ['a ZIP file', Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync('a')]), 'ZIP'],
    ['a gzip file', gzipSync('a\tO\n'), 'gzip'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'PNG'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['UTF-16', Buffer.from('\ufeffa\tO\n', 'utf16le'), 'UTF-16'],
    ['another encoding', Buffer.from('caf\xe9\tO\nna\xefve\tO\n', 'latin1'), 'another encoding than UTF-8'],
    ['CSV', Buffer.from('text,label\nhello,greeting\nbye,parting\n'), 'CSV'],
    ['a JSON list', Buffer.from('[{"text": "a"}]'), 'JSON'],
    ['JSON over several lines', Buffer.from('{\n  "text": "a"\n}\n'), 'JSON'],
  ])('refuses %s by its name', async (_what, content, kind) => {
    await expect(recognise(content)).rejects.toMatchObject({
      code: 'invalid',
      details: { reason: 'file-kind-unreadable', params: { kind } },
    })
  })

  it('refuses prose and empty files', async () => {
    await expect(recognise('A letter.\nWith lines.\n')).rejects.toMatchObject({
      details: { reason: 'format-unknown' },
    })
    await expect(recognise('\n  \n')).rejects.toMatchObject({ details: { reason: 'file-empty' } })
    await expect(recognise('')).rejects.toMatchObject({ details: { reason: 'file-empty' } })
  })

  it('takes the format that was asked for, but no file that holds no text', async () => {
    expect(await recognise('A letter.\n', 'conll')).toMatchObject({ format: 'conll' })
    await expect(recognise('%PDF-1.7\n', 'conll')).rejects.toMatchObject({
      details: { params: { kind: 'PDF' } },
    })
  })
})
