import { labelCountSchema } from '@/lib/corpora/model'
import { releaseGuidelines } from '@/lib/library/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { findConfusions } from '@/lib/synthesis/find-confusions'
import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import type { PreparedGuideline, PreparedRecipe, PreparedRelease, Recipe } from '@/lib/synthesis/model'
import { prepareGuidelines } from '@/lib/synthesis/prepare-guidelines'
import { readInstancesAt, spreadOrdinals } from '@/lib/synthesis/read-instances'
import { planEmptyAnswers } from '@/lib/synthesis/sample-labels'

const SAMPLE = 3000

export type RecipeCorpus = {
  id: string
  name: string
  language: string
  instanceCount: number
  labels: unknown
}

export type Prepared = { release: PreparedRelease; recipe: PreparedRecipe; corpora: RecipeCorpus[] }

/**
 * Everything that composition will read besides the instances, loaded once: the release's approved guidelines with their
 * examples' texts, the labels of each corpus and which of them are easily confused, and the plan for empty answers.
 */
export async function prepareRelease(
  releaseId: string,
  { projectId, recipe }: { projectId: string; recipe: Recipe },
): Promise<Prepared> {
  const corpora = await readCorpora(projectId, recipe.corpora)
  const guidelines = await prepareGuidelines(await releaseGuidelines(releaseId), recipe.corpora)
  const sample = Math.ceil(SAMPLE / corpora.length)
  const prepared: PreparedRelease = { id: releaseId, corpora: new Map() }
  for (const corpus of corpora) {
    const sampled = await readInstancesAt(corpus.id, spreadOrdinals(corpus.instanceCount, sample))
    prepared.corpora.set(corpus.id, {
      id: corpus.id,
      language: /^zh\b/i.test(corpus.language) ? 'zh' : 'en',
      labels: labelCountSchema
        .array()
        .parse(corpus.labels)
        .map(({ label }) => label),
      confusions: findConfusions(sampled),
      guidelines: guidelinesFor(corpus.id, guidelines),
    })
  }
  const withoutGold = await countWithoutGold(recipe.corpora)
  const instances = corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0)
  const empty = planEmptyAnswers(recipe.emptyShare, { instances, withoutGold })
  return { release: prepared, recipe: { ...recipe, hash: hashRecipe(recipe), empty }, corpora }
}

/** The corpora of a recipe in its order. They must be of the project, imported, and of a task form that can be composed. */
export async function readCorpora(projectId: string, ids: readonly string[]): Promise<RecipeCorpus[]> {
  const found = await db.corpus.findMany({ where: { projectId, id: { in: [...ids] } } })
  const byId = new Map(found.map((corpus) => [corpus.id, corpus]))
  return [...new Set(ids)].map((id) => {
    const corpus = byId.get(id)
    if (!corpus)
      throw new AppError('not_found', 'A corpus of this recipe is not in this project.', {
        reason: 'corpus-unknown',
      })
    const params = { corpus: corpus.name }
    if (corpus.state !== 'ready')
      throw new AppError(
        'conflict',
        `“${corpus.name}” is not fully imported. Compose when its import is done.`,
        { reason: 'corpus-still-importing', params },
      )
    if (corpus.taskForm !== 'ner')
      throw new AppError(
        'conflict',
        `“${corpus.name}” cannot be composed: its task form has no phrases yet.`,
        {
          reason: 'task-form-not-composable',
          params,
        },
      )
    return corpus
  })
}

/** A corpus's own guidelines; where it has none for a label, one that belongs to no corpus. */
function guidelinesFor(
  corpusId: string,
  all: { corpusId: string | null; guideline: PreparedGuideline }[],
): Map<string, PreparedGuideline> {
  const of = (id: string | null) =>
    all
      .filter((one) => one.corpusId === id)
      .map(({ guideline }): [string, PreparedGuideline] => [guideline.label, guideline])
  return new Map([...of(null), ...of(corpusId)])
}

async function countWithoutGold(corpora: readonly string[]): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM instance
    WHERE corpus_id = ANY(${[...corpora]}::uuid[]) AND labels = '{}'`
  return counted?.count ?? 0
}
