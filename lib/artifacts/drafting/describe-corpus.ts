import type { NamedLabel } from '@/lib/calls/prompts/schema'
import { labelNamesSchema, nameOf } from '@/lib/corpora/label-names/model'
import { labelCountSchema } from '@/lib/corpora/model'
import { db } from '@/lib/platform/db'
import { type PhraseLanguage, phraseLanguageOf, type TaskForm, taskFormSchema } from '@/lib/tasks/model'

/** A corpus as prompts are told of it. */
export type DescribedCorpus = {
  id: string
  projectId: string
  name: string
  taskForm: TaskForm
  language: string
  /** The language to write in. */
  written: PhraseLanguage
  instanceCount: number
  /** Every label, the commonest first. */
  labels: NamedLabel[]
}

export async function describeCorpus(corpusId: string): Promise<DescribedCorpus | undefined> {
  const row = await db.corpus.findUnique({ where: { id: corpusId } })
  if (!row) return undefined
  const { id, projectId, name, language, instanceCount } = row
  const names = labelNamesSchema.parse(row.labelNames)
  const counts = labelCountSchema.array().parse(row.labels)
  return {
    ...{ id, projectId, name, language, instanceCount },
    taskForm: taskFormSchema.parse(row.taskForm),
    written: phraseLanguageOf(language),
    labels: counts
      .toSorted((a, b) => b.items - a.items)
      .map(({ label, items }) => {
        const { en = null, zh = null } = nameOf(label, names)
        return { label, names: { en, zh }, count: items }
      }),
  }
}

/** What every prompt about a corpus says of it. */
export function aboutCorpus({ taskForm, written, name, language }: DescribedCorpus) {
  return { form: taskForm, language: written, corpus: { name, language } }
}

/** A label as the corpus has it; one that it has not any more by itself. */
export function namedLabel({ labels }: DescribedCorpus, label: string): NamedLabel {
  return labels.find((one) => one.label === label) ?? { label, names: { en: null, zh: null }, count: null }
}
