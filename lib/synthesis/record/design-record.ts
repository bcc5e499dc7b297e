import type { Draw } from '@/lib/synthesis/make-draw'
import { strategies as allStrategies, type LabelNaming, type Strategy } from '@/lib/synthesis/model'
import { applyRules } from '@/lib/synthesis/record/apply-rules'
import { carryByFormat, carryPlainly } from '@/lib/synthesis/record/carry-answer'
import { chooseRules } from '@/lib/synthesis/record/choose-rules'
import type { Question } from '@/lib/synthesis/record/draw-question'
import { drawStrategies, type Wanted } from '@/lib/synthesis/record/draw-strategies'
import { schemaOf } from '@/lib/synthesis/record/lower-question'
import type { Design, Obeyed, Task } from '@/lib/synthesis/record/model'
import { maskLabels, nameQuestion } from '@/lib/synthesis/record/name-question'

/** A record without any strategy. Null when no carrier of the recipe can hold its answer. */
export function designBasic(draw: Draw, task: Task, question: Question): Design | null {
  const obeyed = obeyNothing(task, question.labels())
  const naming = nameQuestion(task)
  const carried = carryPlainly(draw.of('carrier'), task, givenOf(task, obeyed, naming))
  return carried && { strategies: [], obeyed, naming, isMasked: false, carried }
}

type Drawn = { task: Task; question: Question; rules: (isGuided: boolean) => Obeyed | null }

/** A record with as much of what was drawn for it as the release has, at least one strategy; null when it has none. */
export function designCompound(
  draw: Draw,
  { task, question }: { task: Task; question: Question },
): { design: Design | null; missed: Strategy[] } {
  const missed = new Set<Strategy>()
  const drawn = { task, question, rules: rulesFor(draw, task, question) }
  for (const wanted of drawStrategies(draw, task.recipe.strategies)) {
    const design = designWith(draw, { ...drawn, wanted })
    for (const strategy of allStrategies)
      if (wanted[strategy] && !design?.strategies.includes(strategy)) missed.add(strategy)
    if (design) return { design, missed: [...missed] }
  }
  return { design: null, missed: [...missed] }
}

/** Rules are looked for once for each list of labels, however often strategies are drawn anew. */
function rulesFor(draw: Draw, task: Task, question: Question): Drawn['rules'] {
  const known = new Map<boolean, Obeyed | null>()
  return (isGuided) => {
    const labels = isGuided ? question.guidedLabels() : question.labels()
    const found = known.has(isGuided) ? known.get(isGuided)! : chooseRules(draw, task, { labels, isGuided })
    known.set(isGuided, found)
    return found
  }
}

function designWith(
  draw: Draw,
  { task, question, rules, wanted }: Drawn & { wanted: Wanted },
): Design | null {
  const isGuided = wanted.guideline && question.isGuidable()
  const ruled = wanted.rule ? rules(isGuided) : null
  if (!isGuided && !ruled && !wanted.format) return null
  const obeyed = ruled ?? obeyNothing(task, isGuided ? question.guidedLabels() : question.labels())
  const { maskNames } = task.recipe.guidelineOptions
  const masked = isGuided ? maskLabels(draw.of('mask'), obeyed.schema, maskNames) : null
  const naming = masked ?? nameQuestion(task)
  const given = givenOf(task, obeyed, naming)
  const format = wanted.format ? carryByFormat(draw.of('format'), task, given) : null
  const has = { guideline: isGuided, rule: ruled !== null, format: format !== null }
  const strategies = allStrategies.filter((strategy) => has[strategy])
  if (!strategies.length) return null
  const carried = format ?? carryPlainly(draw.of('carrier'), task, given)
  return carried && { strategies, obeyed, naming, isMasked: masked !== null, carried }
}

function obeyNothing(task: Task, labels: readonly string[]): Obeyed {
  return applyRules(task, schemaOf(task, labels), [])
}

function givenOf({ form, instance }: Task, { schema, lowered }: Obeyed, naming: LabelNaming | null) {
  return { lowered, asked: { schema: form.groups(schema), text: instance.text }, naming }
}
