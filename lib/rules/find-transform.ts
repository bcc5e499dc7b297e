import { atMostLabels } from '@/lib/rules/at-most-labels/transform'
import { distinctItems } from '@/lib/rules/distinct-items/transform'
import { dropGeneric } from '@/lib/rules/drop-generic/transform'
import { dropHedged } from '@/lib/rules/drop-hedged/transform'
import { dropPronouns } from '@/lib/rules/drop-pronouns/transform'
import { enclosingMarks } from '@/lib/rules/enclosing-marks/transform'
import { firstArguments } from '@/lib/rules/first-arguments/transform'
import { firstMention } from '@/lib/rules/first-mention/transform'
import { fullSentence } from '@/lib/rules/full-sentence/transform'
import { innermostSpan } from '@/lib/rules/innermost-span/transform'
import { leadingDeterminer } from '@/lib/rules/leading-determiner/transform'
import { leadingTitle } from '@/lib/rules/leading-title/transform'
import { leadingUnit } from '@/lib/rules/leading-unit/transform'
import { longestSpan } from '@/lib/rules/longest-span/transform'
import { mergeLabels } from '@/lib/rules/merge-labels/transform'
import { type TransformDefinition, type TransformName, transformNames } from '@/lib/rules/model'
import { orderItems } from '@/lib/rules/order-items/transform'
import { outermostSpan } from '@/lib/rules/outermost-span/transform'
import { shortestAnswer } from '@/lib/rules/shortest-answer/transform'
import { tieBreak } from '@/lib/rules/tie-break/transform'
import { trailingTitle } from '@/lib/rules/trailing-title/transform'
import { trailingUnit } from '@/lib/rules/trailing-unit/transform'
import type { TaskForm } from '@/lib/tasks/model'

// Each transform reads its own parameters; who holds one by name has parsed them with its schema.
const byName: Record<TransformName, TransformDefinition> = {
  'leading-determiner': leadingDeterminer as TransformDefinition,
  'leading-title': leadingTitle as TransformDefinition,
  'trailing-title': trailingTitle as TransformDefinition,
  'leading-unit': leadingUnit as TransformDefinition,
  'trailing-unit': trailingUnit as TransformDefinition,
  'enclosing-marks': enclosingMarks as TransformDefinition,
  'longest-span': longestSpan as TransformDefinition,
  'outermost-span': outermostSpan as TransformDefinition,
  'innermost-span': innermostSpan as TransformDefinition,
  'drop-pronouns': dropPronouns as TransformDefinition,
  'drop-generic': dropGeneric as TransformDefinition,
  'drop-hedged': dropHedged as TransformDefinition,
  'first-mention': firstMention as TransformDefinition,
  'distinct-items': distinctItems as TransformDefinition,
  'at-most-labels': atMostLabels as TransformDefinition,
  'tie-break': tieBreak as TransformDefinition,
  'merge-labels': mergeLabels as TransformDefinition,
  'order-items': orderItems as TransformDefinition,
  'full-sentence': fullSentence as TransformDefinition,
  'shortest-answer': shortestAnswer as TransformDefinition,
  'first-arguments': firstArguments as TransformDefinition,
}

/** A transform by its name. */
export function findTransform(name: TransformName): TransformDefinition {
  return byName[name]
}

/** The transforms that a rule about this form of task can have. */
export function transformsFor(form: TaskForm): TransformDefinition[] {
  return transformNames.map(findTransform).filter(({ forms }) => forms.includes(form))
}
