import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { TaskForm } from '@/lib/tasks/model'

const ofMentions = ['frequent', 'ambiguous', 'boundary', 'nesting', 'unlabelled'] as const
const ofRelations = ['pairs', 'ends', 'between', 'companions', 'ambiguous'] as const
const ofEvents = ['frequent', 'roles', 'ambiguous', 'companions', 'unlabelled'] as const
const ofEntities = ['frequent', 'properties', 'ambiguous', 'boundary', 'unlabelled'] as const
const ofClasses = ['words', 'rivals', 'companions', 'texts'] as const

export type EvidenceTab =
  | (typeof ofMentions)[number]
  | (typeof ofRelations)[number]
  | (typeof ofEvents)[number]
  | (typeof ofEntities)[number]
  | (typeof ofClasses)[number]

/** What there is to look at in the evidence of a form. Triggers are looked at like mentions. */
export function evidenceTabsOf(form: TaskForm): readonly EvidenceTab[] {
  switch (form) {
    case 're':
    case 'spo':
      return ofRelations
    case 'ee':
    case 'eea':
      return ofEvents
    case 'kg':
      return ofEntities
    case 'tc':
      return ofClasses
    default:
      return ofMentions
  }
}

/** How many figures a tab has; 0 says that the corpus is of one mind there. */
export function figureCount(evidence: GuidelineEvidence, tab: EvidenceTab): number {
  const count = (...lists: readonly unknown[][]) => lists.reduce((sum, list) => sum + list.length, 0)
  switch (tab) {
    case 'frequent':
    case 'pairs':
      return evidence.frequent.length
    case 'ambiguous':
      return evidence.ambiguous.length
    case 'boundary':
      return count(evidence.before, evidence.after, evidence.inside)
    case 'nesting':
      return count(evidence.nesting, evidence.lengths)
    case 'unlabelled':
      return evidence.unlabelled.length
    case 'ends':
      return count(evidence.ends, evidence.types)
    case 'between':
      return count(evidence.between, evidence.words, evidence.order)
    case 'companions':
      return evidence.companions.length
    case 'roles':
    case 'properties':
      return evidence.roles.length
    case 'words':
      return evidence.words.length
    case 'rivals':
      return count(evidence.taken, evidence.takes)
    case 'texts':
      return count(evidence.lengths, evidence.shapes, evidence.introducing)
  }
}

/** A reference as the example that it makes: only a relation is named by both of its places. */
export function exampleRefOf<Ref extends { tail?: unknown }>(
  ref: Ref,
  form: TaskForm,
): Ref | Omit<Ref, 'tail'> {
  if (form === 're' || form === 'spo') return ref
  const { tail: _, ...rest } = ref
  return rest
}
