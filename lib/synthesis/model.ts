import { z } from 'zod'
import { pairSubjectSchema } from '@/lib/artifacts/kinds/pair/content'
import { licenceDemandSchema, licenceDemands } from '@/lib/corpora/licences/model'
import { carrierNameSchema } from '@/lib/formats/model'
import { recipePairsSchema } from '@/lib/synthesis/pairs/model'
import { turnSchema } from '@/lib/tasks/general/gold'
import { phraseLanguageSchema, type TaskForm, taskFormSchema } from '@/lib/tasks/model'

const splitSchema = z
  .number()
  .int()
  .min(-1)
  .max(50)
  .refine((split) => split !== 0, 'at least 1, or -1 for all')

/** Labels in one instruction where a recipe says nothing: IEPile's numbers, and all of them for the other forms. */
const SPLITS: Partial<Record<TaskForm, number>> = { ner: 6, re: 4, spo: 4, ee: 4, eet: 4, eea: 4, kg: 1 }

/**
 * How the labels of an instruction are drawn; the defaults are IEPile's (Gui et al., ACL 2024). `splitNum`: labels in one
 * instruction, -1 for all; one number for every task form, or some forms' own. `others`: random labels beside those of the gold
 * and those taken for them. `negativeRate`: twice the chance of a label to be asked of an instance without gold.
 */
export const schemaSamplingSchema = z.object({
  splitNum: z.union([splitSchema, z.partialRecord(taskFormSchema, splitSchema)]).default({}),
  hardNegatives: z.boolean().default(true),
  others: z.number().int().min(0).max(50).default(6),
  negativeRate: z.number().min(0).max(2).default(1),
  order: z.enum(['shuffled', 'sorted']).default('shuffled'),
  bucketing: z.boolean().default(false),
})
export type SchemaSampling = z.infer<typeof schemaSamplingSchema>

/** How many labels an instruction of this form asks for. */
export function splitNumOf({ splitNum }: Pick<SchemaSampling, 'splitNum'>, form: TaskForm): number {
  return typeof splitNum === 'number' ? splitNum : (splitNum[form] ?? SPLITS[form] ?? -1)
}

/** What a compound instruction adds to a basic one (Hum, AAAI 2025). */
export const strategies = ['guideline', 'rule', 'format'] as const
export const strategySchema = z.enum(strategies)
export type Strategy = z.infer<typeof strategySchema>

const share = z.number().min(0).max(1)
const weight = z.number().min(0).max(100)

/**
 * A corpus in a recipe. `weight`: how much it counts beside the others. `cap`: about how many instructions it gives at most.
 * `forms`: the task forms that its instances are asked as, views of their gold among them; none for its own.
 */
const recipeCorpusSchema = z.strictObject({
  id: z.uuid(),
  weight: z.number().gt(0).max(100).default(1),
  cap: z.number().int().positive().max(100_000_000).nullable().default(null),
  forms: z.array(taskFormSchema).max(11).default([]),
})
export type RecipeCorpus = z.infer<typeof recipeCorpusSchema>

/** A corpus that is just named is one with weight 1: recipes of before hold them so. */
const namedCorpusSchema = z
  .union([z.uuid(), recipeCorpusSchema])
  .transform((one) => (typeof one === 'string' ? { id: one } : one))
  .pipe(recipeCorpusSchema)

/** What to compose. Defaults follow the paper: 55 % basic, 45 % compound (Hum, AAAI 2025). */
export const recipeSchema = z.object({
  name: z.string().trim().min(1).max(120).default('Hum 55/45'),
  corpora: z.array(namedCorpusSchema).max(50),
  /** Questions and answers of the release that people approved; none where it is null. */
  pairs: recipePairsSchema.nullable().default(null),
  /** How much the size of a corpus counts: 1 takes every instance, 0 as many of each corpus. */
  temperature: share.default(1),
  /** Share of compound instructions among all, 0 to 1: those with at least one of the strategies. */
  compoundShare: share.default(0.45),
  /** The chance of each strategy in a compound instruction, drawn for each by itself, and anew where none comes up. */
  strategies: z
    .strictObject({ guideline: share.default(0.6), rule: share.default(0.4), format: share.default(0.5) })
    .prefault({}),
  /**
   * Leaves the strategies out whose chance is 0, and puts no other compound instructions in the place of those that only they could
   * make: records pair with those of the recipe that has all strategies, and the compound ones fall short of their share.
   */
  ablation: z.boolean().default(false),
  /** Weights of the carriers of instructions that follow no format variant. */
  carriers: z
    .partialRecord(carrierNameSchema, weight)
    .refine((weights) => Object.values(weights).some((one) => one > 0), 'at least one above 0')
    .default({ 'json-by-label': 1 }),
  /** Weights of the carriers among format variants; one that is not named has 1. */
  formatCarriers: z.partialRecord(carrierNameSchema, weight).default({}),
  /** Share of instructions with a rule that it leaves as they are: the rule speaks of them, and they obey it already. */
  ruleNoChangeShare: share.default(0.2),
  /**
   * How guidelines vary from record to record (GoLLIE, ICLR 2024). `dropout`: the chance of a label that is not in the gold to be
   * left out, with its guideline. `typicalMax`: typical mentions shown. `maskNames`: the chance of a record to call its labels
   * LABEL_1, LABEL_2. `examples`: examples shown for a label, and half as many counter-examples.
   */
  guidelineOptions: z
    .strictObject({
      shuffle: z.boolean().default(true),
      dropout: share.default(0.15),
      typicalMax: z.number().int().min(0).max(20).default(5),
      maskNames: share.default(0),
      paraphrase: z.boolean().default(true),
      examples: z.number().int().min(0).max(12).default(2),
    })
    .prefault({}),
  /** How many instructions each instance gives. */
  copies: z.number().int().min(1).max(20).default(1),
  ...schemaSamplingSchema.shape,
  /**
   * Share of instructions that find nothing among those that ask for labels, 0 to 1. Where fewer instances are without gold, some
   * of the others are asked only for labels that they do not have; where more are, some are left out.
   */
  emptyShare: share.default(0.2),
  /** Language of the phrases: the corpus's own, one for all, or a mix. */
  phrases: z.union([z.enum(['corpus', 'en', 'zh']), z.object({ zhShare: share })]).default('corpus'),
  /** What labels are called: as the corpus has them, or by the names that people gave them in the record's language. */
  labelNames: z.enum(['raw', 'display']).default('raw'),
  /** What the licences of sources may ask for: none of it where what comes out is to be given on freely. Others are refused. */
  licences: z
    .array(licenceDemandSchema)
    .transform((given) => licenceDemands.filter((demand) => given.includes(demand)))
    .default([...licenceDemands]),
  /** No instruction with its input and output is longer, in characters. */
  maxLength: z.number().int().min(200).max(1_000_000).default(24_000),
  seed: z.number().int().min(0).max(2_147_483_647).default(42),
})
export type Recipe = z.infer<typeof recipeSchema>

/** A recipe that comes from outside: a name that no recipe has is a slip, and would else be passed over in silence. */
export const givenRecipeSchema = recipeSchema
  .strict()
  .refine(({ corpora, pairs }) => corpora.length > 0 || pairs !== null, {
    path: ['corpora'],
    message: 'at least one corpus, or questions and answers',
  })

/** One composed record, as a run's file holds it, a line each. */
export const instructionSchema = z.object({
  id: z.string(),
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
  /** A conversation in full, where there is more of it than one request and its response. */
  turns: z.array(turnSchema).optional(),
  /** Where a rule changed the answer: the answer of the corpus itself, in the same carrier. */
  unruled: z.string().optional(),
  provenance: z.object({
    taskForm: taskFormSchema,
    strategy: z.enum(['basic', 'compound']),
    /** What makes it compound. */
    strategies: z.array(strategySchema).optional(),
    carrier: z.string(),
    language: phraseLanguageSchema,
    corpusId: z.string(),
    instanceId: z.string(),
    ordinal: z.number(),
    copy: z.number(),
    labels: z.array(z.string()),
    /** Of a question and its answer: the subject of the taxonomy, with the names down to it. */
    subject: pairSubjectSchema.optional(),
    /** Versions whose text is in the instruction, with the approvals behind them. */
    versions: z.array(
      z.object({
        versionId: z.string(),
        contentHash: z.string(),
        decisionId: z.string(),
        decidedBy: z.string(),
        kind: z.string().optional(),
      }),
    ),
    /** The preference rule that it states, and whether the gold had to change for it; `beside`: a second rule. */
    rule: z.object({ versionId: z.string(), changed: z.boolean(), beside: z.string().optional() }).optional(),
    /** The format variant that it follows. */
    format: z.string().optional(),
    /** Records of one group have texts that are nearly the same. */
    dupGroup: z.string().optional(),
    releaseId: z.string(),
    recipeHash: z.string(),
  }),
})
export type Instruction = z.infer<typeof instructionSchema>

/**
 * Why a record was not made; a person can look at the counts and at examples.
 * `no-labels`: its corpus has no labels to ask for. `not-drawn`: left out by the weights of the corpora. `empty-capped`: left out
 * to keep the share of empty answers. `cannot-carry`: no carrier of the recipe can hold its answer.
 * `round-trip`: the output does not parse back to the answer. `grounding`: something in the answer is not what the text has at its
 * place. `schema`: the answer is not about what was asked for. `guideline-coverage`: a label has no guideline where all should.
 * `leakage`: the instruction gives its own answer away. `rule-applicability`: a rule that does not speak of the record, or excepts
 * it. `interference`: a rule changed what it does not speak of. `rule-conflict`: two rules that cannot be obeyed together.
 * `length`: longer than the recipe allows.
 * `licence`: its corpus's asks for what the recipe does not allow. `contamination`: like a text to be tested on.
 * Over all records of a run: `duplicate`, `near-duplicate`.
 */
export const refusalReasons = [
  'no-labels',
  'not-drawn',
  'empty-capped',
  'cannot-carry',
  'round-trip',
  'grounding',
  'schema',
  'guideline-coverage',
  'leakage',
  'rule-applicability',
  'interference',
  'rule-conflict',
  'length',
  'duplicate',
  'near-duplicate',
  'contamination',
  'licence',
] as const
export const refusalReasonSchema = z.enum(refusalReasons)
export type RefusalReason = z.infer<typeof refusalReasonSchema>

/** A record that a gate refused, as a person looks at it: long texts are cut. */
export const refusedRecordSchema = z.object({
  corpusId: z.string(),
  instanceId: z.string(),
  ordinal: z.number(),
  copy: z.number(),
  taskForm: taskFormSchema,
  /** What exactly was wrong. */
  why: z.string(),
  /** The same by a name, for the screens; absent in runs of before. */
  fault: z
    .object({ name: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .optional(),
  /** Of one that is in the run already: the instance of that. */
  twin: z.object({ corpusId: z.string(), ordinal: z.number() }).optional(),
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
})
export type RefusedRecord = z.infer<typeof refusedRecordSchema>

export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const runStateSchema = z.enum(runStates)

/** How a run came to be released for export. `before`: it was there before anybody had to release one. */
export const releaseGrounds = ['accepted', 'overridden', 'before'] as const
export const releaseGroundSchema = z.enum(releaseGrounds)

/** What a record calls its labels, both ways: no two labels have one name. */
export type LabelNaming = { nameOf(label: string): string; labelOf(name: string): string }
