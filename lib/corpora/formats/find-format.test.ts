import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everyFormat } from '@/lib/corpora/formats/find-format'
import { type ImportFormat, importFormats } from '@/lib/corpora/model'
import { sampleOf } from '@/prisma/factories/sources'

const folderOf = (format: ImportFormat) => new URL(`${format}/fixtures/`, import.meta.url)

function fixturesOf(format: ImportFormat): [ImportFormat, string][] {
  if (!existsSync(folderOf(format))) return []
  return readdirSync(folderOf(format)).map((name) => [format, name])
}

const known = await everyFormat()

/** Text files that are read alone. What is mapped is read so only if a person asks for it. */
const fixtures = importFormats
  .filter((format) => format !== 'mapping' && !known[format].readsTogether)
  .flatMap(fixturesOf)
  .filter(([, name]) => /\.(jsonl?|conll|txt|csv|tsv)$/.test(name))

describe('telling the formats apart', () => {
  it.each(fixtures)('%s is what the fixture %s is taken for', (format, name) => {
    const sample = sampleOf(readFileSync(new URL(name, folderOf(format))), name)
    const found = importFormats
      .flatMap((one) => ({ one, certainty: known[one].recognise(sample)?.certainty ?? 0 }))
      .filter(({ certainty }) => certainty > 0)
      .sort((a, b) => b.certainty - a.certainty)
      .map(({ one }) => one)
    // What is broken in most of its lines may look more like something else; it can be chosen still.
    if (name.startsWith('broken')) expect(found).toContain(format)
    else expect(found[0]).toBe(format)
  })
})
