import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CorpusView } from '@/lib/corpora/schema'
import { db } from '@/lib/platform/db'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent } from '@/prisma/factories/imports'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

const folder = process.env.GLOSS_SHARED_DATA ?? path.resolve('../shared/data')
const isThere = existsSync(folder)
if (!isThere) console.warn(`No real corpora in ${folder} (GLOSS_SHARED_DATA): their tests are skipped.`)

type Stored = { text: string; line: number; mentions: string[] }

async function importShared(
  name: string,
): Promise<{ corpus: CorpusView; stored: Stored[]; content: string }> {
  const actor = await makeProject()
  const content = readFileSync(path.join(folder, name), 'utf8')
  const { id } = await importContent(actor, content, { fileName: path.basename(name) })
  const rows = await db.instance.findMany({ where: { corpusId: id }, orderBy: { ordinal: 'asc' } })
  const stored = rows.map(({ text, line, gold }) => {
    const points = [...text]
    const { spans } = gold as { spans: { start: number; end: number; label: string }[] }
    return {
      text,
      line,
      mentions: spans.map(({ start, end, label }) => `${label}: ${points.slice(start, end).join('')}`),
    }
  })
  const { corpusView } = await import('@/lib/corpora/queries')
  return { corpus: await corpusView(await db.corpus.findUniqueOrThrow({ where: { id } })), stored, content }
}

/** Another reading of BIO, in as few lines as will do. */
function readBio(content: string): { text: string; mentions: string[] }[] {
  return content
    .split('\n\n')
    .filter((block) => block.trim())
    .map((block) => {
      const pairs = block
        .trim()
        .split('\n')
        .map((line) => line.split('\t'))
      const mentions: string[] = []
      for (const [token, tag] of pairs as [string, string][])
        if (tag.startsWith('B-')) mentions.push(`${tag.slice(2)}: ${token}`)
        else if (tag.startsWith('I-')) mentions[mentions.length - 1] += ` ${token}`
      return { text: pairs.map(([token]) => token).join(' '), mentions }
    })
}

describe.skipIf(!isThere)('real corpora', () => {
  it.each([
    ['ner/crossner-politics-train.txt', 200],
    ['ner/crossner-politics-dev.txt', 541],
  ])('reads %s as another reading does', async (name, sentences) => {
    const { corpus, stored, content } = await importShared(name)
    const expected = readBio(content)
    expect(stored.map(({ text, mentions }) => ({ text, mentions }))).toEqual(expected)
    expect(corpus).toMatchObject({ instanceCount: sentences, refusedCount: 0 })
    expect(corpus.itemCount).toBe(expected.flatMap(({ mentions }) => mentions).length)
    expect(corpus.labels).toHaveLength(9)
    if (name.includes('dev')) expect(corpus.itemCount).toBe(3_482)
  })

  it('reads the Prodigy file as its own tokens say, emoji and all', async () => {
    const { corpus, stored, content } = await importShared('ner/fashion-brands-prodigy.jsonl')
    const records = content
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const kept = records.filter(({ answer }) => answer === 'accept')
    expect(corpus.instanceCount).toBe(kept.length)
    expect(corpus.instanceCount + corpus.refusedCount + records.length - kept.length).toBe(500)
    type Token = { text: string; ws?: boolean; start: number }
    type Span = { token_start: number; token_end: number; label: string }
    kept.forEach(({ text, tokens, spans }, i) => {
      expect(stored[i]?.text).toBe(text)
      const bare = (words: string) => words.replace(/\s/g, '')
      const byTokens = (spans as Span[]).map(({ token_start: from, token_end: to, label }) => {
        const words = (tokens as Token[]).slice(from, to + 1).map((token) => token.text)
        return `${label}:${bare(words.join(''))}`
      })
      expect(stored[i]?.mentions.map(bare)).toEqual(byTokens)
    })
    expect(stored.filter(({ text }) => text.length > [...text].length)).toHaveLength(16)
  })

  it.each([
    ['sequence_labeling-example.jsonl', 2, 1],
    ['sequence_labeling-example_overlapping.jsonl', 1, 0],
    ['sequence_labeling-example.conll', 2, 0],
    ['sequence_labeling-labeling.invalid.conll', 2, 1],
    ['sequence_labeling-labeling.trailing.conll', 1, 0],
  ])("reads doccano's %s: %i instances, %i refused", async (name, instances, refused) => {
    const { corpus } = await importShared(`fixtures/doccano/${name}`)
    expect(corpus).toMatchObject({ instanceCount: instances, refusedCount: refused })
  })
})
