import { type Draw, makeDraw } from '@/lib/synthesis/make-draw'
import { type Instruction, type PreparedCorpus, type PreparedRecipe, splitNumOf } from '@/lib/synthesis/model'
import { type LabelSource, sampleAbsentSchemas, sampleSchemas } from '@/lib/synthesis/sample-schemas'

type AskedInstance = { id: string; text: string }

/** What one record asks for. */
export type Question = {
  labels: string[]
  strategy: Instruction['provenance']['strategy']
  /** Could it have been compound? */
  guidable: boolean
}

/**
 * Draws what a record asks for: whether its answer is empty, whether it is compound, and then its labels; a compound one asks
 * only for labels whose guideline it can show. Null when an empty answer is one too many. Both chances are drawn for every
 * record, so that one share moves nothing of the other.
 */
export function drawQuestion(
  draw: Draw,
  of: { corpus: PreparedCorpus; instance: AskedInstance; present: readonly string[]; recipe: PreparedRecipe },
): Question | null {
  const { corpus, present, recipe } = of
  const chance = { empty: draw.fraction(), compound: draw.fraction() }
  if (!present.length && chance.empty >= recipe.empty.keep) return null
  const isAbsent = (label: string) => !present.includes(label)
  const isEmpty = !present.length || (chance.empty < recipe.empty.make && corpus.labels.some(isAbsent))
  const guided = showable(corpus, of.instance.text)
  const guidable = guided.some((label) => isAbsent(label) === isEmpty)
  const isCompound = guidable && chance.compound < recipe.compound.chance
  const from = { labels: isCompound ? guided : corpus.labels, present, confusions: corpus.confusions }
  const listsOf = (round: number) => drawLists({ ...of, from, isEmpty }, round)
  return {
    labels: chooseList(listsOf, draw.copy),
    strategy: isCompound ? 'compound' : 'basic',
    guidable,
  }
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

function drawLists(
  of: { instance: AskedInstance; recipe: PreparedRecipe; from: LabelSource; isEmpty: boolean },
  round: number,
): string[][] {
  const { from, recipe } = of
  const draw = makeDraw({ seed: recipe.seed, instanceId: `${of.instance.id}/schemas`, copy: round })
  const sampling = { ...recipe, splitNum: splitNumOf(recipe, 'ner') }
  if (of.isEmpty) return sampleAbsentSchemas(draw, from, sampling)
  const isTold = (list: string[]) => list.some((label) => from.present.includes(label))
  return sampleSchemas(draw, from, sampling).filter(isTold)
}

/** The labels whose guideline may be shown beside this text: one whose definition holds all of it would give it away. */
function showable({ guided, guidelines }: PreparedCorpus, text: string): readonly string[] {
  const holds = (label: string) => guidelines.get(label)!.definition.includes(text)
  return guided.some(holds) ? guided.filter((label) => !holds(label)) : guided
}
