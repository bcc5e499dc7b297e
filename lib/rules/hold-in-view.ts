import type { Holding, RuleScope, RuleTransform, TransformName } from '@/lib/rules/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/** Null: the view does not show what the rule is about, or shows it among other things that nobody approved it for. */
export function holdInView(
  { scope, transform }: { scope: RuleScope; transform: RuleTransform | null },
  { from, view }: { from: TaskForm; view: TaskForm },
): Holding | null {
  if (findTaskForm(from).storedAs !== findTaskForm(view).storedAs) return null
  const areSameLabels = (from === 'kg') === (view === 'kg')
  if (!transform) return areSameLabels ? 'where-changed' : null
  const touched = TOUCHED[transform.name]
  if (touched === 'mentions') return holdMentions(scope, { from, view })
  if (touched === 'entries') return areSameLabels && entryOf[from] === entryOf[view] ? 'as-approved' : null
  return touched === 'things' && areSameLabels ? 'as-approved' : null
}

/**
 * What a transform is about, of those that forms with views know: the words of mentions; whole events and relations, or what they are
 * called; entries of the answer as they read.
 */
const TOUCHED: Partial<Record<TransformName, 'mentions' | 'things' | 'entries'>> = {
  'leading-determiner': 'mentions',
  'leading-title': 'mentions',
  'trailing-title': 'mentions',
  'leading-unit': 'mentions',
  'trailing-unit': 'mentions',
  'enclosing-marks': 'mentions',
  'drop-pronouns': 'mentions',
  'drop-generic': 'mentions',
  'drop-hedged': 'things',
  'tie-break': 'things',
  'merge-labels': 'things',
  'distinct-items': 'entries',
  'order-items': 'entries',
}

type Mentioned = 'arguments' | 'triggers' | 'ends' | 'names'

/** What a rule for the form calls mentions. */
const mentionsOf: Partial<Record<TaskForm, Mentioned>> = {
  ee: 'arguments',
  eea: 'arguments',
  eet: 'triggers',
  re: 'ends',
  spo: 'ends',
  kg: 'names',
}

const shownIn: Partial<Record<TaskForm, readonly Mentioned[]>> = {
  ee: ['triggers', 'arguments'],
  eea: ['triggers', 'arguments'],
  eet: ['triggers'],
  re: ['ends'],
  spo: ['ends'],
  kg: ['names'],
}

/** What one entry of an answer tells. */
const entryOf: Partial<Record<TaskForm, 'event' | 'trigger' | 'relation' | 'entity'>> = {
  ee: 'event',
  eea: 'event',
  eet: 'trigger',
  re: 'relation',
  spo: 'relation',
  kg: 'entity',
}

/**
 * The ends of relations are entities, but not all of them are: some have no relation, and some no type. Their labels are other ones, so
 * that a scope of some cannot be read.
 */
function holdMentions(scope: RuleScope, { from, view }: { from: TaskForm; view: TaskForm }): Holding | null {
  const mentioned = mentionsOf[from]
  if (!mentioned) return null
  if (shownIn[view]?.includes(mentioned)) return 'as-approved'
  const areEntities = mentioned === 'ends' || mentioned === 'names'
  return areEntities && scope.labels.length === 0 ? 'by-both' : null
}
