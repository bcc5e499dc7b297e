import type { Example, GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { ReleasedGuideline } from '@/lib/library/queries'
import { pool } from '@/lib/platform/db'
import type { PreparedExample, PreparedGuideline } from '@/lib/synthesis/model'
import { writeProse } from '@/lib/synthesis/write-guideline'
import { writePhrase } from '@/lib/synthesis/write-phrase'
import { codePointLength, phraseLanguages, sliceCodePoints } from '@/lib/tasks/model'
import { nerPhrases } from '@/lib/tasks/ner/phrases'

/** How much of a long text an example shows on either side of its mention, in code points. */
const AROUND = 100

export type GuidelineOfCorpus = { corpusId: string | null; guideline: PreparedGuideline }

/** The guidelines that these corpora can use, with the texts of all their examples from one query. */
export async function prepareGuidelines(
  released: readonly ReleasedGuideline[],
  corpora: readonly string[],
): Promise<GuidelineOfCorpus[]> {
  const usable = released.filter(({ corpusId }) => corpusId === null || corpora.includes(corpusId))
  const texts = await readExampleTexts(usable)
  return usable.map(({ corpusId, label, content, versionId, contentHash, decisionId, decidedBy }) => ({
    corpusId,
    guideline: {
      label,
      definition: content.definition,
      includes: content.includes,
      excludes: content.excludes,
      typical: content.typical,
      prose: {
        en: writeProse({ ...content, label }, 'en'),
        zh: writeProse({ ...content, label }, 'zh'),
      },
      positives: prepareExamples(content.positives, 'positive', (one) => texts.get(keyOf(corpusId, one))),
      negatives: prepareExamples(content.negatives, 'negative', (one) => texts.get(keyOf(corpusId, one))),
      source: { versionId, contentHash, decisionId, decidedBy },
    },
  }))
}

const keyOf = (corpusId: string | null, { ordinal }: { ordinal: number }) => `${corpusId}/${ordinal}`

async function readExampleTexts(guidelines: readonly ReleasedGuideline[]): Promise<Map<string, string>> {
  const refs = guidelines.flatMap(({ corpusId, content }) =>
    corpusId === null ? [] : examplesOf(content).map(({ ordinal }) => ({ corpusId, ordinal })),
  )
  const { rows } = await pool().query<{ corpusId: string; ordinal: number; text: string }>(
    `SELECT i.corpus_id AS "corpusId", i.ordinal, i.text FROM instance i
      JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::int[]) AS r(corpus_id, ordinal)) r USING (corpus_id, ordinal)`,
    [refs.map(({ corpusId }) => corpusId), refs.map(({ ordinal }) => ordinal)],
  )
  return new Map(rows.map((row) => [keyOf(row.corpusId, row), row.text]))
}

const examplesOf = ({ positives, negatives }: GuidelineContent): Example[] => [...positives, ...negatives]

/** Examples whose mention is still in its text; one that points nowhere is left out. */
function prepareExamples(
  examples: readonly Example[],
  kind: 'positive' | 'negative',
  textOf: (example: Example) => string | undefined,
): PreparedExample[] {
  return examples.flatMap((example) => {
    const text = textOf(example)
    if (text === undefined || example.end > codePointLength(text) || example.start >= example.end) return []
    const lines = phraseLanguages.map((language) => [
      language,
      writeExample(text, { example, kind, language }),
    ])
    return [{ text, line: Object.fromEntries(lines) as PreparedExample['line'] }]
  })
}

function writeExample(
  text: string,
  of: { example: Example; kind: 'positive' | 'negative'; language: (typeof phraseLanguages)[number] },
): string {
  const { guidelines } = nerPhrases[of.language]
  const { start, end, note } = of.example
  const line = writePhrase(guidelines[of.kind], {
    text: excerpt(text, { start, end }),
    mention: oneLine(sliceCodePoints(text, start, end)),
  })
  return note ? line + writePhrase(guidelines.note, { note }) : line
}

/** The text around a mention, on one line, with marks where it is cut. */
function excerpt(text: string, { start, end }: { start: number; end: number }): string {
  const length = codePointLength(text)
  const from = start > AROUND ? start - AROUND : 0
  const to = end + AROUND < length ? end + AROUND : length
  return oneLine(`${from ? '…' : ''}${sliceCodePoints(text, from, to)}${to < length ? '…' : ''}`)
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
