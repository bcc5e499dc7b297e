import type { CarrierName } from '@/lib/formats/model'
import type { Holding, RuleFamily, RuleScope, RuleTransform } from '@/lib/rules/model'
import type {
  Instruction,
  LabelNaming,
  Recipe,
  RefusalReason,
  RefusedRecord,
  Strategy,
} from '@/lib/synthesis/model'
import type { PhraseLanguage, TaskForm } from '@/lib/tasks/model'

/** An instance as composition reads it: the gold as its corpus stores it. */
export type ComposableInstance = {
  id: string
  corpusId: string
  ordinal: number
  text: string
  gold: unknown
  /** Of a question with its answer: its approval, its language, what it is about. */
  pair?: { source: Source; language: string; subject: NonNullable<Instruction['provenance']['subject']> }
}

/** An approved version with the decision behind it, as the provenance of a record names it. */
export type Source = Instruction['provenance']['versions'][number]

/** A mention from the corpus that a guideline shows, with the sentence around it and both in one line of phrases. */
export type PreparedExample = { text: string; line: Record<PhraseLanguage, string> }

/** An approved guideline with its examples looked up. */
export type PreparedGuideline = {
  label: string
  /** Wordings of the definition for records in either language, at least one each. */
  definitions: Record<PhraseLanguage, readonly string[]>
  includes: readonly string[]
  excludes: readonly string[]
  typical: readonly string[]
  positives: readonly PreparedExample[]
  negatives: readonly PreparedExample[]
  source: Source
}

/** An approved preference rule: a transform, or answers that people wrote instance by instance. */
export type PreparedRule = {
  scope: RuleScope
  /** What it says, in wordings; one at least for each language. */
  statements: Record<PhraseLanguage, readonly string[]>
  transform: RuleTransform | null
  /** The family of the transform; a rule without one stands alone in a record. */
  family: RuleFamily | null
  /** The approved gold by ordinal, where there is no transform, and its own approval. */
  applications: ReadonlyMap<number, { gold: unknown; source: Source }>
  /** Instances for which people found the rule wrong. */
  exceptions: ReadonlySet<number>
  /** Where it was approved for another form that the same gold can be asked as: for which, and how it holds here. */
  approvedAs: { form: TaskForm; holding: Holding } | null
  source: Source
}

/** An approved format variant, its parameters read by its carrier. */
export type PreparedFormat = {
  carrier: CarrierName
  parameters: unknown
  /** The task forms that it is for; none: every one that it can carry. */
  forms: readonly TaskForm[]
  ask: Record<PhraseLanguage, readonly string[]>
  /** The same for answers of records. Empty where the carrier's own sentences have to do. */
  askRecords: Record<PhraseLanguage, readonly string[]>
  source: Source
}

/** A corpus as one task form asks about it. */
export type PreparedForm = {
  form: TaskForm
  labels: readonly string[]
  /** What its labels are called in either language, where that is not themselves. */
  naming?: Record<PhraseLanguage, LabelNaming>
  /** The fields of each label that has any: roles of an event type, attributes of a type of entity. */
  fields: ReadonlyMap<string, readonly string[]>
  /** Labels that are easily taken for each other, likeliest first. */
  confusions: ReadonlyMap<string, readonly string[]>
  guidelines: ReadonlyMap<string, PreparedGuideline>
  /** The labels that have a guideline, in the order of `labels`. */
  guided: readonly string[]
  rules: readonly PreparedRule[]
}

export type PreparedCorpus = {
  id: string
  /** As the corpus is tagged. */
  language: string
  /** Its licence, where that asks for what the recipe does not allow: nothing is composed from it then. */
  refusedLicence?: string
  /** The task forms that the recipe asks about it, its own unless it says otherwise. */
  forms: readonly PreparedForm[]
}

/** Everything of a release that composition may use: what people approved, by the corpus to which it belongs. */
export type PreparedRelease = {
  id: string
  corpora: ReadonlyMap<string, PreparedCorpus>
  formats: readonly PreparedFormat[]
}

/** How the share of empty answers is met, record by record: chance to keep one, and to make one. */
export type EmptyPlan = { keep: number; make: number }

/**
 * How the share of compound instructions is met: the chance of each record that can be one, and the greatest share that this
 * release can give.
 */
export type CompoundPlan = { chance: number; reachable: number }

/** A recipe with its plans: how each share is met by chances that a record draws for itself. */
export type PreparedRecipe = Recipe & {
  hash: string
  /** By corpus, the chance of an instance to be taken. */
  chances: ReadonlyMap<string, number>
  empty: EmptyPlan
  compound: CompoundPlan
  /** The chance of a rule to be looked for that leaves the record as it is. */
  unchangedRule: number
}

/** What came of one instance and copy. */
export type Composed =
  | {
      made: true
      instruction: Instruction
      empty: boolean
      /** Was it drawn to be compound, and the release has nothing for it? */
      isHeldBack: boolean
      /** Strategies that were drawn and that the release could not give it. */
      missed: readonly Strategy[]
      /** Did the carrier that was drawn fail to hold its answer, so that another had to? */
      isCarriedOver: boolean
    }
  | { made: false; reason: RefusalReason; record?: RefusedRecord }
