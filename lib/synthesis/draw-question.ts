import type { Draw } from '@/lib/synthesis/make-draw'
import type { Instruction, PreparedCorpus, PreparedRecipe } from '@/lib/synthesis/model'
import { sampleAbsentLabels, sampleLabels } from '@/lib/synthesis/sample-labels'

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
  of: { corpus: PreparedCorpus; text: string; present: readonly string[]; recipe: PreparedRecipe },
): Question | null {
  const { corpus, present, recipe } = of
  const chance = { empty: draw.fraction(), compound: draw.fraction() }
  if (!present.length && chance.empty >= recipe.empty.keep) return null
  const isAbsent = (label: string) => !present.includes(label)
  const isEmpty = !present.length || (chance.empty < recipe.empty.make && corpus.labels.some(isAbsent))
  const guided = showable(corpus, of.text)
  const guidable = guided.some((label) => isAbsent(label) === isEmpty)
  const isCompound = guidable && chance.compound < recipe.compound.chance
  const { confusions } = corpus
  const from = { labels: isCompound ? guided : corpus.labels, present, confusions, splitNum: recipe.splitNum }
  return {
    labels: isEmpty ? sampleAbsentLabels(draw, from) : sampleLabels(draw, from),
    strategy: isCompound ? 'compound' : 'basic',
    guidable,
  }
}

/** The labels whose guideline may be shown beside this text: one whose definition holds all of it would give it away. */
function showable({ guided, guidelines }: PreparedCorpus, text: string): readonly string[] {
  const holds = (label: string) => guidelines.get(label)!.definition.includes(text)
  return guided.some(holds) ? guided.filter((label) => !holds(label)) : guided
}
