import {
  type LabelNames,
  labelNameSchema,
  labelNamesSchema,
  nameOf,
  standingNames,
} from '@/lib/corpora/label-names/model'
import type { LabelBook, NamedLabel } from '@/lib/corpora/label-names/schema'
import { suggestLabelNames } from '@/lib/corpora/label-names/suggest-label-names'
import { labelCountSchema } from '@/lib/corpora/model'
import { findCorpus } from '@/lib/corpora/queries'
import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** Every label of a corpus, the commonest first, with its names and with suggestions where it has none. */
export async function listLabelNames(
  actor: ProjectActor,
  input: { corpus: string },
): Promise<{ items: NamedLabel[] }> {
  const corpus = await findCorpus(actor, input.corpus)
  const counts = labelCountSchema.array().parse(corpus.labels)
  const labels = counts.map(({ label }) => label)
  const names = standingNames(labels, labelNamesSchema.parse(corpus.labelNames))
  const suggested = suggestLabelNames(labels, names, await suggestedByModels(corpus.id))
  return {
    items: counts.map(({ label, items }) => ({
      ...{ label, items },
      name: nameOf(label, names),
      suggested: nameOf(label, suggested),
    })),
  }
}

/** Translations that a model made. Nobody reads them but who names labels. */
async function suggestedByModels(corpusId: string): Promise<LabelNames> {
  const rows = await db.suggestedName.findMany({ where: { corpusId } })
  const names: LabelNames = {}
  for (const { label, language, name } of rows) {
    const read = labelNameSchema.safeParse({ [language]: name })
    if (read.success) names[label] = { ...nameOf(label, names), ...read.data }
  }
  return names
}

/** As many as there are colours for labels. */
const COMMONEST = 12

type Row = { id: string; labels: string[]; names: unknown }

/** The names of all corpora of a project from one query. Where none are given, no more labels are read than are sent. */
export async function readLabelBook(actor: ProjectActor): Promise<LabelBook> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT id, label_names AS names, ARRAY(
      SELECT one.entry->>'label' FROM jsonb_array_elements(labels) WITH ORDINALITY AS one (entry, place)
      WHERE place <= ${COMMONEST} OR label_names <> '{}'::jsonb ORDER BY place) AS labels
    FROM corpus WHERE project_id = ${actor.project.id}::uuid ORDER BY name`)
  return {
    corpora: rows.map(({ id, labels, names }) => ({
      id,
      commonest: labels.slice(0, COMMONEST),
      names: standingNames(labels, labelNamesSchema.parse(names)),
    })),
  }
}
