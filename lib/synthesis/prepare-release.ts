import { labelNamesSchema } from '@/lib/corpora/label-names/model'
import { demandsOf } from '@/lib/corpora/licences/model'
import { confusionEditsSchema, editConfusions } from '@/lib/corpora/model'
import { releasedContents, releaseGuidelines } from '@/lib/library/releases/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { keepLatest } from '@/lib/platform/keep-latest'
import type { LabelNaming, Recipe, RecipeCorpus } from '@/lib/synthesis/model'
import { labelNaming } from '@/lib/synthesis/name-labels'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { type PreparedPairs, preparePairs } from '@/lib/synthesis/pairs/prepare-pairs'
import { type PlannedCorpus, planRecipe, type Tried } from '@/lib/synthesis/plan-recipe'
import type {
  PreparedCorpus,
  PreparedForm,
  PreparedFormat,
  PreparedGuideline,
  PreparedRecipe,
  PreparedRelease,
} from '@/lib/synthesis/prepared/model'
import { prepareFormats } from '@/lib/synthesis/prepared/prepare-formats'
import { type GuidelineOfCorpus, prepareGuidelines } from '@/lib/synthesis/prepared/prepare-guidelines'
import { prepareRules, type RuleOfCorpus, rulesFor } from '@/lib/synthesis/prepared/prepare-rules'
import { type Sample, sampleCorpus } from '@/lib/synthesis/prepared/sample-corpus'
import { stampCorpora } from '@/lib/synthesis/prepared/stamp-corpora'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { type PhraseLanguage, type TaskForm, taskFormSchema } from '@/lib/tasks/model'

/** A corpus of a recipe, as its row says. `forms`: those that it is asked as. */
export type ReadCorpus = {
  id: string
  name: string
  language: string
  licence: string
  taskForm: TaskForm
  forms: TaskForm[]
  instanceCount: number
  itemCount: number
  labels: unknown
  confusionEdits: unknown
  labelNames: unknown
}

export type Prepared = {
  release: PreparedRelease
  recipe: PreparedRecipe
  /** What a run reads, part by part: the corpora of the recipe in its order, and the pairs of the release behind them. */
  corpora: { id: string; instanceCount: number }[]
  /** Instances from all over each corpus. */
  samples: ReadonlyMap<string, PlannedCorpus['sample']>
}

/**
 * Everything that composition will read besides the instances, loaded once: what people approved for the release, with its
 * examples' texts; the labels of each corpus with their fields, and which of them are easily confused; and the plans for the
 * recipe's shares.
 */
export async function prepareRelease(
  releaseId: string,
  { projectId, recipe, runId }: { projectId: string; recipe: Recipe; runId?: string },
): Promise<Prepared> {
  const corpora = await readCorpora(projectId, recipe.corpora)
  const stamps = await stampCorpora(corpora)
  const read = corpora.map((one) => [
    ...[one.name, one.language, one.licence, one.taskForm, one.forms],
    ...[one.confusionEdits, one.labelNames, stamps.get(one.id)],
  ])
  const [base, pairs] = await Promise.all([
    keep(contentHash([releaseId, read, recipe.labelNames, recipe.licences]), () =>
      readBase(releaseId, { corpora, stamps, recipe }),
    ),
    preparePairs(releaseId, { projectId, recipe, runId }),
  ])
  const { release, planned, tried } = pairs ? withPairs(base, pairs) : base
  const isAllowed = ({ id }: PlannedCorpus) => !release.corpora.get(id)?.refusedLicence
  return {
    release,
    recipe: planRecipe(recipe, { release, corpora: planned.filter(isAllowed), tried }),
    corpora: [...corpora, ...(pairs ? [{ id: PAIRS_ID, instanceCount: pairs.instanceCount }] : [])],
    samples: new Map(planned.map(({ id, sample }) => [id, sample])),
  }
}

/** What the shares of a recipe do not touch: kept, as a preview asks for it at every turn of a knob. */
type Base = { release: PreparedRelease; planned: PlannedCorpus[]; tried: Tried }

function withPairs({ release, planned, tried }: Base, pairs: PreparedPairs): Base {
  const corpora = new Map(release.corpora).set(PAIRS_ID, pairs.corpus)
  return { release: { ...release, corpora }, planned: [...planned, pairs.planned], tried }
}

const keep = keepLatest<Base>(4)

async function readBase(
  releaseId: string,
  {
    corpora,
    stamps,
    recipe,
  }: { corpora: readonly ReadCorpus[]; stamps: ReadonlyMap<string, string>; recipe: Recipe },
): Promise<Base> {
  const [material, sampled] = await Promise.all([
    readMaterial(releaseId, corpora),
    Promise.all(corpora.map((corpus) => sampleForms(corpus, stamps.get(corpus.id)!))),
  ])
  const prepared = corpora.map((corpus, at) =>
    prepareCorpus(corpus, { recipe, samples: sampled[at]!, material }),
  )
  const release: PreparedRelease = {
    id: releaseId,
    corpora: new Map(prepared.map((corpus) => [corpus.id, corpus])),
    formats: material.formats,
  }
  return {
    release,
    planned: corpora.map((corpus, at) => plannedOf(corpus, sampled[at]!)),
    tried: new Map(),
  }
}

/** What people approved for a release, as composition reads it. */
type Material = { guidelines: GuidelineOfCorpus[]; rules: RuleOfCorpus[]; formats: PreparedFormat[] }

async function readMaterial(releaseId: string, corpora: readonly ReadCorpus[]): Promise<Material> {
  const [guidelines, rules, applications, formats] = await Promise.all([
    releaseGuidelines(releaseId).then((released) => prepareGuidelines(released, corpora)),
    releasedContents(releaseId, 'rule'),
    releasedContents(releaseId, 'application'),
    releasedContents(releaseId, 'format'),
  ])
  return { guidelines, rules: prepareRules(rules, applications), formats: prepareFormats(formats) }
}

type Samples = ReadonlyMap<TaskForm, Sample>

async function sampleForms(corpus: ReadCorpus, stamp: string): Promise<Samples> {
  const samples = await Promise.all(
    corpus.forms.map(async (form) => [form, await sampleCorpus(corpus, { form, stamp })] as const),
  )
  return new Map(samples)
}

function prepareCorpus(
  corpus: ReadCorpus,
  { recipe, samples, material }: { recipe: Recipe; samples: Samples; material: Material },
): PreparedCorpus {
  const edits = confusionEditsSchema.parse(corpus.confusionEdits)
  const usable = guidelinesFor(corpus.id, material.guidelines)
  const forms = [...samples].map(
    ([form, { labels, fields, confusions }]): PreparedForm => ({
      form,
      labels,
      ...(recipe.labelNames === 'display' && { naming: namingOf(labels, corpus.labelNames) }),
      fields,
      confusions: editConfusions(confusions, edits),
      guidelines: usable,
      guided: labels.filter((label) => usable.has(label)),
      rules: rulesFor(corpus.id, form, material.rules),
    }),
  )
  const { id, language, licence } = corpus
  const isAllowed = demandsOf(licence).every((demand) => recipe.licences.includes(demand))
  return { id, language, ...(!isAllowed && { refusedLicence: licence }), forms }
}

function namingOf(labels: readonly string[], given: unknown): Record<PhraseLanguage, LabelNaming> {
  const names = labelNamesSchema.parse(given)
  return { en: labelNaming(labels, names, 'en'), zh: labelNaming(labels, names, 'zh') }
}

function plannedOf({ id, instanceCount }: ReadCorpus, samples: Samples): PlannedCorpus {
  return {
    id,
    instances: instanceCount,
    shareWithoutGold: new Map([...samples].map(([form, sample]) => [form, sample.shareWithoutGold])),
    sample: [...samples.values()][0]?.instances ?? [],
  }
}

/**
 * The corpora of a recipe in its order, each once. They must be of the project, imported, and stored as what the forms that they
 * are asked as can read.
 */
export async function readCorpora(projectId: string, given: readonly RecipeCorpus[]): Promise<ReadCorpus[]> {
  const found = await db.corpus.findMany({ where: { projectId, id: { in: given.map(({ id }) => id) } } })
  const byId = new Map(found.map((corpus) => [corpus.id, corpus]))
  const once = given.filter(({ id }, at) => given.findIndex((one) => one.id === id) === at)
  return once.map(({ id, forms: asked }) => {
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
    const taskForm = taskFormSchema.parse(corpus.taskForm)
    const forms = asked.length ? [...new Set(asked)] : [taskForm]
    return {
      ...corpus,
      taskForm,
      forms: forms.map((form) => requireView(form, { taskForm, name: corpus.name })),
    }
  })
}

/** A form reads only gold that is stored as its own: triggers and arguments read events, triples read relations. */
function requireView(form: TaskForm, of: { taskForm: TaskForm; name: string }): TaskForm {
  if (findTaskForm(form).storedAs === findTaskForm(of.taskForm).storedAs) return form
  throw new AppError('invalid', `“${of.name}” holds no gold that ${form} could be asked of.`, {
    reason: 'task-form-not-composable',
    params: { corpus: of.name, taskForm: form },
  })
}

/** A corpus's own guidelines; where it has none for a label, one that belongs to no corpus. */
function guidelinesFor(
  corpusId: string,
  all: readonly GuidelineOfCorpus[],
): ReadonlyMap<string, PreparedGuideline> {
  const of = (id: string | null) =>
    all
      .filter((one) => one.corpusId === id)
      .map(({ guideline }): [string, PreparedGuideline] => [guideline.label, guideline])
  return new Map([...of(null), ...of(corpusId)])
}
