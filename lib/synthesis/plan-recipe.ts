import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { type Recipe, strategies } from '@/lib/synthesis/model'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { planShare } from '@/lib/synthesis/pairs/plan-share'
import { planCorpora } from '@/lib/synthesis/plan-corpora'
import { planEmptyAnswers } from '@/lib/synthesis/plan-empty-answers'
import type {
  ComposableInstance,
  PreparedForm,
  PreparedRecipe,
  PreparedRelease,
} from '@/lib/synthesis/prepared/model'
import { CHANCES } from '@/lib/synthesis/presets/model'
import { askingOf } from '@/lib/synthesis/record/asking-of'
import { tryCompound, tryRule } from '@/lib/synthesis/record/try-compound'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/** A corpus as plans see it: how large it is, how much of it has no gold by each form, and some of its instances. */
export type PlannedCorpus = {
  id: string
  instances: number
  shareWithoutGold: ReadonlyMap<TaskForm, number>
  sample: readonly ComposableInstance[]
}

/** What came of trials before, by all that they depend on besides the release and its corpora. */
export type Tried = Map<string, number>
const MOST_KEPT = 500

/** Instances tried out for one share, of all corpora together, and of each at least: a preview plans at every turn of a knob. */
const TRIED = 500
const TRIED_OF_EACH = 10

/**
 * The chances by which each record draws for itself, so that the shares of the recipe come out over all records of these corpora:
 * those of the recipe that its licences allow.
 */
export function planRecipe(
  recipe: Recipe,
  {
    release,
    corpora,
    tried = new Map(),
  }: { release: PreparedRelease; corpora: readonly PlannedCorpus[]; tried?: Tried },
): PreparedRecipe {
  const sizes = new Map(corpora.map(({ id, instances }) => [id, instances]))
  const chances = planCorpora({ ...recipe, corpora: recipe.corpora.filter(({ id }) => sizes.has(id)) }, sizes)
  planPairs(recipe, { chances, sizes })
  const given = corpora.map((corpus) => ({
    ...corpus,
    taken: corpus.instances * (chances.get(corpus.id) ?? 1),
  }))
  const planned: PreparedRecipe = {
    ...recipe,
    hash: hashRecipe(recipe),
    chances,
    empty: planEmptyAnswers(recipe.emptyShare, countEmpty({ release, given, tried })),
    compound: { chance: 1, reachable: 1 },
    unchangedRule: recipe.ruleNoChangeShare,
  }
  const rules = planRules(planned, { release, given, tried })
  const reachable = shareOfCompound({ ...planned, ...rules }, { release, given, tried })
  const whole = recipe.ablation ? withAllStrategies(recipe, { release, corpora, tried }) : { reachable }
  const chance = whole.reachable > recipe.compoundShare ? recipe.compoundShare / whole.reachable : 1
  return { ...planned, ...rules, compound: { chance, reachable } }
}

/** Pairs make their share beside what the corpora give. */
function planPairs(
  { pairs }: Pick<Recipe, 'pairs'>,
  { chances, sizes }: { chances: Map<string, number>; sizes: ReadonlyMap<string, number> },
): void {
  if (!pairs) return
  const others = [...chances].reduce((sum, [id, chance]) => sum + chance * (sizes.get(id) ?? 0), 0)
  chances.set(PAIRS_ID, planShare(pairs.share, { pairs: sizes.get(PAIRS_ID) ?? 0, others }))
}

/** What of the recipe that an ablation pairs with can be compound. */
function withAllStrategies(recipe: Recipe, of: Parameters<typeof planRecipe>[1]): { reachable: number } {
  const all = strategies.map((one) => [one, recipe.strategies[one] || CHANCES[one]])
  const whole = { ...recipe, ablation: false, strategies: Object.fromEntries(all) as Recipe['strategies'] }
  return planRecipe(whole, of).compound
}

/**
 * How often to look for a rule that leaves the record as it is, so that these make the share that is wanted among all records
 * with a rule: few records may have the one, or the other.
 */
function planRules(recipe: PreparedRecipe, of: Of): Pick<PreparedRecipe, 'unchangedRule'> {
  const wanted = recipe.ruleNoChangeShare
  const hasRules = [...of.release.corpora.values()].some(({ forms }) =>
    forms.some(({ rules }) => rules.length),
  )
  if (!hasRules || recipe.strategies.rule === 0) return { unchangedRule: wanted }
  const changing = shareOfRule({ ...recipe, unchangedRule: 0 }, of)
  const unchanged = shareOfRule({ ...recipe, unchangedRule: 1 }, of)
  if (wanted === 1 || !changing || !unchanged) return { unchangedRule: wanted === 1 ? 1 : 0 }
  return { unchangedRule: (wanted * changing) / (unchanged * (1 - wanted) + wanted * changing) }
}

type Of = { release: PreparedRelease; given: readonly Given[]; tried: Tried }
type Given = PlannedCorpus & { taken: number }

/** The share of records that a rule can be found for. Which rule fits depends on what is asked, and on nothing else. */
function shareOfRule(recipe: PreparedRecipe, of: Of): number {
  const { unchangedRule, seed, empty, phrases, splitNum } = recipe
  const { hardNegatives, others, negativeRate, order, bucketing } = recipe
  const sampling = [splitNum, hardNegatives, others, negativeRate, order, bucketing]
  const key = ['rule', unchangedRule, seed, empty, phrases, sampling, takenOf(of)]
  return once(of.tried, key, () => shareOf(recipe, of, tryRule))
}

/** The share of records that can be compound: neither how many shall be nor what is refused later changes it. */
function shareOfCompound(recipe: PreparedRecipe, of: Of): number {
  const untouched = {
    name: '',
    hash: '',
    compoundShare: 0,
    ruleNoChangeShare: 0,
    maxLength: 0,
    chances: null,
    ablation: false,
  }
  const asked = { ...recipe, ...untouched }
  return once(of.tried, ['compound', asked, takenOf(of)], () => shareOf(recipe, of, tryCompound))
}

const takenOf = ({ given }: Of) => given.map(({ id, taken }) => [id, taken])

function once(tried: Tried, of: unknown[], find: () => number): number {
  const key = JSON.stringify(of)
  const known = tried.get(key)
  if (known !== undefined) return known
  if (tried.size >= MOST_KEPT) tried.clear()
  const found = find()
  tried.set(key, found)
  return found
}

/** The records that ask for labels, as many of each corpus as are taken; those of them without gold, and those with every label. */
function countEmpty({ release, given, tried }: Of) {
  const sum = { instances: 0, withoutGold: 0, withAll: 0 }
  for (const { id, taken, shareWithoutGold, sample } of given) {
    const forms = release.corpora.get(id)?.forms ?? []
    for (const prepared of forms.filter((one) => askingOf(one.form) === 'labels')) {
      const records = taken / forms.length
      sum.instances += records
      sum.withoutGold += records * (shareWithoutGold.get(prepared.form) ?? 0)
      const key = ['all-labels', id, prepared.form]
      const share = () => sample.filter(hasAll(prepared)).length / Math.max(1, sample.length)
      sum.withAll += records * once(tried, key, share)
    }
  }
  return sum
}

/** Is there no label that could be asked of the instance in vain? */
function hasAll({ form, labels }: PreparedForm): (instance: ComposableInstance) => boolean {
  const { labelsIn } = findTaskForm(form)
  return ({ gold }) => {
    const own = new Set(labelsIn(gold))
    return own.size > 0 && labels.every((label) => own.has(label))
  }
}

/** For what share of the records a trial succeeds, each corpus counted by what is taken of it. */
function shareOf(recipe: PreparedRecipe, { release, given }: Of, trial: typeof tryCompound): number {
  const all = given.reduce((sum, { taken }) => sum + taken, 0)
  const sum = { records: 0, successes: 0 }
  for (const { id, sample, taken } of given) {
    const aim = Math.max(TRIED_OF_EACH, Math.round((TRIED * taken) / Math.max(1, all)))
    // By chance, not evenly apart: files have a rhythm.
    const chosen = makeDraw({ seed: 0, instanceId: id, copy: 0 }).take(sample, aim)
    const found = chosen.map((instance) => {
      const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy: 0 })
      return trial(instance, { release, recipe, draw })
    })
    const weight = taken / Math.max(1, chosen.length)
    sum.records += weight * found.filter((one) => one !== null).length
    sum.successes += weight * found.filter((one) => one === true).length
  }
  return sum.records ? sum.successes / sum.records : 0
}
