import { describe, expect, it } from 'vitest'
import type { ImportFormat } from '@/lib/corpora/model'
import { recogniseFile } from '@/lib/corpora/recognise-file'
import { keepFilesApart } from '@/prisma/factories/files'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()

async function recognise(content: string | Buffer, asked?: ImportFormat) {
  return recogniseFile({ fileKey: await storeContent(content), fileName: 'file' }, { format: asked })
}

describe('recognising a format from the content', () => {
  it.each([
    ['JSONL', '{"text": "a", "spans": []}\n', { format: 'prodigy', options: { layout: 'lines' } }],
    [
      'JSONL after a byte order mark',
      '\ufeff{"text": "a", "spans": []}\n',
      { format: 'prodigy', options: { layout: 'lines' } },
    ],
    [
      'JSONL whose first line is broken',
      'oops\n{"text": "a", "spans": []}\n{"text": "b", "spans": []}\n',
      { format: 'prodigy', options: { layout: 'lines' } },
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
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'PNG'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
  ])('refuses %s by its name', async (_what, content, kind) => {
    await expect(recognise(content)).rejects.toMatchObject({
      code: 'invalid',
      details: { reason: 'file-kind-unreadable', params: { kind } },
    })
  })

  it('says what the records of unknown JSON have, and what a file of guidelines is not', async () => {
    await expect(recognise('[{"body": "a", "n": 1}, {"body": "b", "by": "Tom"}]')).rejects.toMatchObject({
      details: { reason: 'records-unknown', params: { keys: 'body, n, by' } },
    })
    const drafts = [{ named_entity: 'vessel', real_name: 'vessel', gpt_answer: 'A vessel is …' }]
    await expect(recognise(JSON.stringify(drafts))).rejects.toMatchObject({
      details: { reason: 'guidelines-only' },
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
