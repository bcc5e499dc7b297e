import type { Asked, Carrier } from '@/lib/formats/model'
import type { LabelNaming, Strategy } from '@/lib/synthesis/model'
import type {
  ComposableInstance,
  PreparedCorpus,
  PreparedForm,
  PreparedFormat,
  PreparedGuideline,
  PreparedRecipe,
  PreparedRelease,
  PreparedRule,
} from '@/lib/synthesis/prepared/model'
import type { AskedSchema, Lowered, PhraseLanguage, TaskFormDefinition } from '@/lib/tasks/model'

/** One record to be made: an instance, what is asked about it, and in which language. */
export type Task = {
  instance: ComposableInstance
  corpus: PreparedCorpus
  prepared: PreparedForm
  form: TaskFormDefinition
  /** The labels of the gold, each once. */
  present: readonly string[]
  language: PhraseLanguage
  release: PreparedRelease
  recipe: PreparedRecipe
}

/** The answer to some labels under some rules; without rules it is the gold's own. */
export type Obeyed = {
  rules: readonly { rule: PreparedRule; changed: boolean }[]
  /** The gold after the rules. */
  gold: unknown
  /** What is asked for, in the corpus's names. */
  schema: AskedSchema
  lowered: Lowered
  /** What would be asked and answered without the rules. */
  plain: { schema: AskedSchema; lowered: Lowered }
}

/** A syntax that can hold the answer, with the record's names of labels; by a format variant, or by a carrier of the recipe. */
export type Carried = {
  carrier: Carrier
  parameters: unknown
  format: PreparedFormat | null
  /** Did what was drawn first fail to hold the answer? */
  isSecondChoice: boolean
}

/** A guideline as the instruction shows it, and the parts of it that could give the answer away. */
export type ShownGuideline = {
  guideline: PreparedGuideline
  heading: string
  /** Everything but the heading, line by line. */
  lines: readonly string[]
  /** Heading and lines as they stand in the instruction. */
  text: string
  typical: readonly string[]
}

/**
 * What a record is made of, before it is written. `naming`: what it calls the labels, where that is not themselves; `isMasked`: are
 * they names that only the guidelines explain?
 */
export type Design = {
  strategies: readonly Strategy[]
  obeyed: Obeyed
  naming: LabelNaming | null
  isMasked: boolean
  carried: Carried
}

/** A record before its gates. */
export type Draft = {
  task: Task
  obeyed: Obeyed
  carried: Carried
  /** What is asked for, in the corpus's names: the carrier writes those of the record. */
  asked: Asked
  guidelines: readonly ShownGuideline[]
  statements: readonly string[]
  strategies: readonly Strategy[]
  instruction: string
  output: string
}
