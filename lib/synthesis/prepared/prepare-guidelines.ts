import { type Example, type GuidelineContent, PAIR_ARROW } from '@/lib/artifacts/kinds/guideline/content'
import type { ReleasedGuideline } from '@/lib/library/releases/queries'
import { pool } from '@/lib/platform/db'
import type { PreparedExample, PreparedGuideline } from '@/lib/synthesis/prepared/model'
import { guidelineWords } from '@/lib/synthesis/record/guideline-words'
import { writePhrase } from '@/lib/synthesis/record/write-phrase'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import {
  codePointLength,
  type Offsets,
  type PhraseLanguage,
  phraseLanguages,
  sliceCodePoints,
  type TaskForm,
} from '@/lib/tasks/model'

/** How much of a long text an example shows on either side of its mention, in code points. */
const AROUND = 100

/** So much of a text an example shows at most: a class is said of all of it. */
const LONGEST = 600

export type GuidelineOfCorpus = { corpusId: string | null; guideline: PreparedGuideline }
type GivenCorpus = { id: string; taskForm: TaskForm }

/** The guidelines that these corpora can use, with the texts of all their examples from one query. */
export async function prepareGuidelines(
  released: readonly ReleasedGuideline[],
  corpora: readonly GivenCorpus[],
): Promise<GuidelineOfCorpus[]> {
  const forms = new Map(corpora.map(({ id, taskForm }) => [id, taskForm]))
  const usable = released.filter(({ corpusId }) => corpusId === null || forms.has(corpusId))
  const texts = await readExampleTexts(usable)
  return usable.map(({ corpusId, label, content, versionId, contentHash, decisionId, decidedBy }) => {
    const examplesOf = (kind: 'positive' | 'negative') =>
      prepareExamples(content[`${kind}s`], {
        kind,
        form: forms.get(corpusId ?? '') ?? 'ner',
        textOf: (one) => texts.get(keyOf(corpusId, one)),
      })
    return {
      corpusId,
      guideline: {
        label,
        definitions: { en: definitionsIn('en', content), zh: definitionsIn('zh', content) },
        includes: content.includes,
        excludes: content.excludes,
        typical: content.typical,
        positives: examplesOf('positive'),
        negatives: examplesOf('negative'),
        source: { versionId, contentHash, decisionId, decidedBy, kind: 'guideline' },
      },
    }
  })
}

/** The definition and its paraphrases in a language; as it was written where nobody has put it into that language. */
function definitionsIn(language: PhraseLanguage, content: GuidelineContent): string[] {
  const own = content.language === language ? [content.definition] : []
  const all = [...own, ...content.paraphrases[language]]
  return all.length ? all : [content.definition]
}

const keyOf = (corpusId: string | null, { ordinal }: { ordinal: number }) => `${corpusId}/${ordinal}`

async function readExampleTexts(guidelines: readonly ReleasedGuideline[]): Promise<Map<string, string>> {
  const refs = guidelines.flatMap(({ corpusId, content: { positives, negatives } }) =>
    corpusId === null ? [] : [...positives, ...negatives].map(({ ordinal }) => ({ corpusId, ordinal })),
  )
  const { rows } = await pool().query<{ corpusId: string; ordinal: number; text: string }>(
    `SELECT i.corpus_id AS "corpusId", i.ordinal, i.text FROM instance i
      JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::int[]) AS r(corpus_id, ordinal)) r USING (corpus_id, ordinal)`,
    [refs.map(({ corpusId }) => corpusId), refs.map(({ ordinal }) => ordinal)],
  )
  return new Map(rows.map((row) => [keyOf(row.corpusId, row), row.text]))
}

type Examples = {
  kind: 'positive' | 'negative'
  form: TaskForm
  textOf: (example: Example) => string | undefined
}

/** Examples whose places are still in their text; one that points nowhere is left out. */
function prepareExamples(examples: readonly Example[], of: Examples): PreparedExample[] {
  return examples.flatMap((example) => {
    const text = of.textOf(example)
    if (text === undefined || !placesOf(example).every((place) => isIn(text, place))) return []
    const lines = phraseLanguages.map((language) => [
      language,
      writeExample(text, { ...of, example, language }),
    ])
    return [{ text, line: Object.fromEntries(lines) as PreparedExample['line'] }]
  })
}

function writeExample(
  text: string,
  of: Pick<Examples, 'kind' | 'form'> & { example: Example; language: PhraseLanguage },
): string {
  const words = guidelineWords(findTaskForm(of.form).phrases[of.language], of.language)
  const { note } = of.example
  const places = placesOf(of.example)
  const line = writePhrase(words[of.kind], {
    text: excerpt(text, {
      start: Math.min(...places.map(({ start }) => start)),
      end: Math.max(...places.map(({ end }) => end)),
    }),
    mention: places.map(({ start, end }) => oneLine(sliceCodePoints(text, start, end))).join(PAIR_ARROW),
  })
  return note ? line + writePhrase(words.note, { note }) : line
}

/** Where an example stands: a relation at both of its ends. */
function placesOf({ start, end, tail }: Example): Offsets[] {
  return [{ start, end }, ...(tail ? [tail] : [])]
}

function isIn(text: string, { start, end }: Offsets): boolean {
  return start < end && end <= codePointLength(text)
}

/** The text around a mention, on one line, with marks where it is cut. */
function excerpt(text: string, { start, end }: Offsets): string {
  const length = codePointLength(text)
  const from = start > AROUND ? start - AROUND : 0
  const to = Math.min(length, end + AROUND, from + LONGEST)
  return oneLine(`${from ? '…' : ''}${sliceCodePoints(text, from, to)}${to < length ? '…' : ''}`)
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
