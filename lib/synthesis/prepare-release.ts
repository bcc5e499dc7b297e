import { labelNamesSchema } from '@/lib/corpora/label-names/model'
import { mineConfusions } from '@/lib/corpora/mine-confusions'
import { confusionEditsSchema, editConfusions, labelCountSchema } from '@/lib/corpora/model'
import { releaseGuidelines } from '@/lib/library/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { countCoverage } from '@/lib/synthesis/count-coverage'
import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import {
  composableForms,
  type LabelNaming,
  type PreparedGuideline,
  type PreparedRecipe,
  type PreparedRelease,
  type Recipe,
} from '@/lib/synthesis/model'
import { labelNaming } from '@/lib/synthesis/name-labels'
import { planCompound } from '@/lib/synthesis/plan-compound'
import { planEmptyAnswers } from '@/lib/synthesis/plan-empty-answers'
import { prepareGuidelines } from '@/lib/synthesis/prepare-guidelines'
import { type PhraseLanguage, phraseLanguageOf } from '@/lib/tasks/model'

export type RecipeCorpus = {
  id: string
  name: string
  language: string
  taskForm: string
  instanceCount: number
  labels: unknown
  confusionEdits: unknown
  labelNames: unknown
}

export type Prepared = { release: PreparedRelease; recipe: PreparedRecipe; corpora: RecipeCorpus[] }

/**
 * Everything that composition will read besides the instances, loaded once: the release's approved guidelines with their
 * examples' texts, the labels of each corpus and which of them are easily confused, and the plans for the recipe's shares.
 */
export async function prepareRelease(
  releaseId: string,
  { projectId, recipe }: { projectId: string; recipe: Recipe },
): Promise<Prepared> {
  const corpora = await readCorpora(
    projectId,
    recipe.corpora.map(({ id }) => id),
  )
  const guidelines = await prepareGuidelines(
    await releaseGuidelines(releaseId),
    corpora.map(({ id }) => id),
  )
  const prepared: PreparedRelease = { id: releaseId, corpora: new Map() }
  for (const corpus of corpora) {
    const edits = confusionEditsSchema.parse(corpus.confusionEdits)
    const labels = labelCountSchema
      .array()
      .parse(corpus.labels)
      .map(({ label }) => label)
    const usable = guidelinesFor(corpus.id, guidelines)
    prepared.corpora.set(corpus.id, {
      id: corpus.id,
      language: phraseLanguageOf(corpus.language),
      labels,
      ...(recipe.labelNames === 'display' && { naming: namingOf(labels, corpus.labelNames) }),
      confusions: editConfusions(await mineConfusions(corpus), edits),
      guidelines: usable,
      guided: labels.filter((label) => usable.has(label)),
    })
  }
  return { release: prepared, recipe: await planRecipe(recipe, { corpora, prepared }), corpora }
}

function namingOf(labels: readonly string[], given: unknown): Record<PhraseLanguage, LabelNaming> {
  const names = labelNamesSchema.parse(given)
  return { en: labelNaming(labels, names, 'en'), zh: labelNaming(labels, names, 'zh') }
}

async function planRecipe(
  recipe: Recipe,
  given: { corpora: RecipeCorpus[]; prepared: PreparedRelease },
): Promise<PreparedRecipe> {
  const of = await countCoverage(
    given.corpora.map((corpus) => ({
      ...given.prepared.corpora.get(corpus.id)!,
      instances: corpus.instanceCount,
    })),
  )
  const empty = planEmptyAnswers(recipe.emptyShare, of)
  const compound = planCompound(recipe.compoundShare, { empty, of })
  return { ...recipe, hash: hashRecipe(recipe), empty, compound }
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
    if (corpus.heldOut)
      throw new AppError(
        'conflict',
        `“${corpus.name}” is held out: models are measured on it, so nothing is composed from it.`,
        { reason: 'corpus-held-out', params },
      )
    if (!composableForms.some((form) => form === corpus.taskForm))
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
