import type { PoolClient } from 'pg'
import { labelCountSchema } from '@/lib/corpora/model'
import { loadLanguageGuess } from '@/lib/corpora/survey/guess-language'
import { PAIRED_LABELS, termOf } from '@/lib/corpora/survey/model'
import { readInOrder } from '@/lib/corpora/survey/read-in-order'
import { searchedText } from '@/lib/corpora/survey/searched-text'
import { newSurveyTally, type SurveyTally, tallyInstance } from '@/lib/corpora/survey/tally'
import { TermStretch } from '@/lib/corpora/survey/term-stretch'
import { termsOf } from '@/lib/corpora/survey/text-terms'
import { writeTerms } from '@/lib/corpora/survey/write-terms'
import { inTransaction } from '@/lib/platform/db'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { codePointLength, taskFormSchema } from '@/lib/tasks/model'

type Row = { ordinal: number; text: string; labels: string[]; gold: unknown }
type Corpus = { id: string; taskForm: string; labels: unknown; instanceCount: number }
export type OpenSurvey = { id: number; ordinal: number; content: unknown }

/** Makes every instance findable and counts what is in it. Killed and run again, it goes on after the last stretch written. */
export async function indexInstances(
  client: PoolClient,
  { corpus, survey, report }: { corpus: Corpus; survey: OpenSurvey; report: (read: number) => Promise<void> },
): Promise<SurveyTally> {
  const labels = topLabels(corpus)
  const places = new Map(labels.map((label, place) => [label, place]))
  const tally = survey.ordinal > 0 ? (survey.content as SurveyTally) : newSurveyTally(labels)
  const look = await makeLook(corpus)
  const [words, classes] = [new TermStretch(termOf.word('')), new TermStretch()]
  let last = survey.ordinal
  // The stretches and the place reached, all or nothing: what stands in the index is counted once.
  const write = () =>
    inTransaction(client, async () => {
      await writeTerms(client, { surveyId: survey.id, stretches: [classes, words] })
      await client.query('UPDATE corpus_survey SET ordinal = $2, content = $3 WHERE id = $1', [
        survey.id,
        last,
        tally,
      ])
    })
  for await (const rows of readInOrder<Row>(corpus.id, { columns: 'text, labels, gold', after: last })) {
    for (const row of rows) {
      last = row.ordinal
      for (const term of tallyInstance(tally, look(row), places)) classes.add(last, term)
      for (const term of termsOf(searchedText(row))) words.add(last, term)
      if (words.endsWith(last)) await write()
    }
    await report(last)
  }
  if (!classes.isEmpty) await write()
  return tally
}

function topLabels({ labels }: Corpus): string[] {
  const counted = labelCountSchema.array().parse(labels)
  return counted.slice(0, PAIRED_LABELS).map(({ label }) => label)
}

/** What the tally wants to know of a row. */
async function makeLook({ taskForm }: Corpus) {
  const guess = await loadLanguageGuess()
  const form = findTaskForm(taskFormSchema.parse(taskForm))
  return ({ text, labels, gold }: Row) => ({
    labels,
    items: form.labelsIn(gold).length,
    length: codePointLength(text),
    language: guess(text),
  })
}
