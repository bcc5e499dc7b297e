import { type Draw, makeDraw } from '@/lib/synthesis/make-draw'
import { splitNumOf } from '@/lib/synthesis/model'
import type { PreparedForm, PreparedRecipe } from '@/lib/synthesis/prepared/model'
import { askingOf } from '@/lib/synthesis/record/asking-of'
import { type LabelSource, sampleAbsentSchemas, sampleSchemas } from '@/lib/synthesis/record/sample-schemas'

type AskedInstance = { id: string; text: string }

/** What a record asks for: the labels without and with guidelines. */
export type Question = {
  /** Is there a label to ask for whose guideline may be shown? */
  isGuidable(): boolean
  labels(): readonly string[]
  guidedLabels(): readonly string[]
}

type From = {
  prepared: PreparedForm
  instance: AskedInstance
  present: readonly string[]
  recipe: PreparedRecipe
}

/**
 * Draws whether the answer is empty and which labels are asked for; with guidelines only labels whose guideline can be shown.
 * Both lists are drawn alike, so they are the same where all labels have guidelines and none is dropped.
 */
export function drawQuestion(draw: Draw, of: From): Question | 'empty-capped' | 'no-labels' {
  const asking = askingOf(of.prepared.form)
  if (asking === 'nothing') return NO_LABELS
  const { present, recipe } = of
  const labels = withOwn(of.prepared.labels, present)
  if (labels.length === 0) return 'no-labels'
  const isAbsent = (label: string) => !present.includes(label)
  const chance = asking === 'labels' ? draw.of('empty').fraction() : 0
  if (asking === 'labels' && !present.length && chance >= recipe.empty.keep) return 'empty-capped'
  const isMade = asking === 'labels' && chance < recipe.empty.make && labels.some(isAbsent)
  const isEmpty = !present.length || isMade
  const guided = once(() => showable(of.prepared, of.instance.text))
  const listOf = (from: readonly string[]) => {
    const source = { labels: from, present, confusions: of.prepared.confusions }
    return chooseList((round) => drawLists({ ...of, source, isEmpty }, round), draw.copy)
  }
  return {
    isGuidable: once(() => guided().some((label) => isAbsent(label) === isEmpty)),
    labels: once(() => listOf(labels)),
    guidedLabels: once(() => dropLabels(draw.of('dropout'), listOf(guided()), { present, recipe })),
  }
}

/** Most records need one of the lists, and some need it again. */
function once<Result>(find: () => Result): () => Result {
  let found: { result: Result } | undefined
  return () => {
    found ??= { result: find() }
    return found.result
  }
}

const NO_LABELS: Question = { isGuidable: () => false, labels: () => [], guidedLabels: () => [] }

/** A label that the corpus has so seldom that it is not known of it is still one of this gold. */
function withOwn(labels: readonly string[], present: readonly string[]): readonly string[] {
  const unknown = present.filter((label) => !labels.includes(label))
  return unknown.length ? [...labels, ...unknown] : labels
}

/**
 * The copies of an instance go through its lists, one after the other, before any is drawn anew: so they cover all labels of its
 * gold. The lists are drawn by the instance and the round alone.
 */
function chooseList(listsOf: (round: number) => string[][], copy: number): string[] {
  const first = listsOf(0)
  const round = Math.floor(copy / first.length)
  const lists = round === 0 ? first : listsOf(round)
  return lists[(copy % first.length) % lists.length]!
}

function drawLists(of: From & { source: LabelSource; isEmpty: boolean }, round: number): string[][] {
  const { source, recipe, prepared } = of
  const draw = makeDraw({ seed: recipe.seed, instanceId: `${of.instance.id}/schemas`, copy: round })
  const sampling = { ...recipe, splitNum: splitNumOf(recipe, prepared.form) }
  if (of.isEmpty) return sampleAbsentSchemas(draw, source, sampling)
  const isTold = (list: string[]) => list.some((label) => source.present.includes(label))
  return sampleSchemas(draw, source, sampling).filter(isTold)
}

/** Leaves labels out that are not in the gold, by chance, and at least one in (GoLLIE's dropout of guidelines). */
function dropLabels(
  draw: Draw,
  labels: readonly string[],
  { present, recipe }: Pick<From, 'present' | 'recipe'>,
): readonly string[] {
  const { dropout } = recipe.guidelineOptions
  if (dropout === 0) return labels
  const kept = labels.filter((label) => draw.fraction() >= dropout || present.includes(label))
  return kept.length ? kept : labels.slice(0, 1)
}

/** The labels whose guideline may be shown beside this text: one whose definition holds all of it would give it away. */
function showable({ guided, guidelines }: PreparedForm, text: string): readonly string[] {
  const holds = (label: string) => {
    const { en, zh } = guidelines.get(label)!.definitions
    return en.some((words) => words.includes(text)) || zh.some((words) => words.includes(text))
  }
  return guided.some(holds) ? guided.filter((label) => !holds(label)) : guided
}
