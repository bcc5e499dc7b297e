import { z } from 'zod'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import {
  givenRecipeSchema,
  instructionSchema,
  recipeSchema,
  refusalReasonSchema,
  refusedRecordSchema,
  releaseGroundSchema,
  runStateSchema,
  strategySchema,
} from '@/lib/synthesis/model'
import { taskFormSchema } from '@/lib/tasks/model'

/** Releases and runs are numbered from 1 in their project. */
const numberSchema = z.number().int().positive().max(2_147_483_647)

export const runCountsSchema = z.object({
  instances: z.number().default(0),
  basic: z.number().default(0),
  compound: z.number().default(0),
  empty: z.number().default(0),
  /** Drawn to be compound, and basic as the release has nothing for them. */
  unguided: z.number().default(0),
  /** In another carrier than was drawn first, which cannot hold their answer. */
  carriedOver: z.number().default(0),
  refused: z.partialRecord(refusalReasonSchema, z.number()).default({}),
  byCorpus: z.record(z.string(), z.number()).default({}),
  byLabel: z.record(z.string(), z.number()).default({}),
  /** Records that show a version; kept apart from the run once it is done. */
  byVersion: z.record(z.string(), z.number()).default({}),
  byForm: z.record(z.string(), z.number()).default({}),
  byCarrier: z.record(z.string(), z.number()).default({}),
  /** A record can have several strategies. */
  byStrategy: z.partialRecord(strategySchema, z.number()).default({}),
  /** Strategies that were drawn for a record and that the release could not give it. */
  missed: z.partialRecord(strategySchema, z.number()).default({}),
  /** Records with a rule that changes their answer, and with one that they obey already. */
  rules: z.object({ changed: z.number().default(0), unchanged: z.number().default(0) }).prefault({}),
  /** Records by task form, strategies and carrier: `ner/guideline+format/yaml`, `tc/basic/csv`. */
  mix: z.record(z.string(), z.number()).default({}),
})
export type RunCounts = z.infer<typeof runCountsSchema>

/** The same with the first records that each gate refused, which are kept apart from the run once it is done. */
export const tallySchema = runCountsSchema.extend({
  refusals: z.partialRecord(refusalReasonSchema, z.array(refusedRecordSchema)).default({}),
})
export type TallyCounts = z.infer<typeof tallySchema>

/** How many records were refused for a reason, and some of them. */
export const refusedSchema = z.object({
  reason: refusalReasonSchema,
  count: z.number(),
  records: z.array(refusedRecordSchema),
})
export type Refused = z.infer<typeof refusedSchema>

export const runSchema = z.object({
  id: idSchema,
  number: z.number(),
  releaseNumber: z.number(),
  recipe: recipeSchema,
  recipeHash: z.string(),
  state: runStateSchema,
  instructionCount: z.number(),
  counts: runCountsSchema,
  /** Records that ask for labels: of these the recipe wants a share with empty answers. */
  asking: z.number(),
  bytes: z.number(),
  sha256: z.string().nullable(),
  jobId: idSchema.nullable(),
  exports: z.number(),
  /** How it was released for export; null while it is not. */
  released: z
    .object({ how: releaseGroundSchema, by: z.string().nullable(), at: z.iso.datetime() })
    .nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type RunView = z.infer<typeof runSchema>

export const startRunEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/runs',
  summary: 'Compose instructions from a release, corpora and a recipe, in a worker',
  access: 'project:lead',
  params: projectParams,
  body: z.object({ release: numberSchema, recipe: givenRecipeSchema }),
  response: z.object({ run: runSchema, jobId: idSchema }),
})

export const previewRunEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/runs/preview',
  summary: 'The first records that a recipe would give, and an estimate of how many; writes nothing',
  access: 'project:annotator',
  params: projectParams,
  body: z.object({
    release: numberSchema,
    recipe: givenRecipeSchema,
    count: z.number().int().min(1).max(20).default(20),
  }),
  response: z.object({
    items: z.array(instructionSchema),
    /** Instances that were looked at for them. */
    tried: z.number(),
    /** What the gates refused among those, in the order of the reasons, with some records of each. */
    refused: z.array(refusedSchema),
    estimate: z.object({ instructions: z.number(), bytes: z.number() }),
    /** Shares of the records by task form, strategies and carrier, largest first, from those looked at. */
    mix: z.array(
      z.object({
        taskForm: taskFormSchema,
        /** None: basic. */
        strategies: z.array(strategySchema),
        carrier: z.string(),
        share: z.number(),
      }),
    ),
    /** What of the recipe the release can give. */
    coverage: z.object({
      /** Labels of the corpora, and those of them with a guideline in the release. */
      labels: z.number(),
      guided: z.number(),
      /** The greatest share of compound records, 0 to 1. */
      reachable: z.number(),
      /** For what share of the records that a strategy was drawn for the release has none that fits, 0 to 1. */
      lacking: z.partialRecord(strategySchema, z.number()),
    }),
  }),
})

export const listRunsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/runs',
  summary: 'Runs, newest first',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(runSchema),
})

const runParams = projectParams.extend({ number: z.coerce.number().pipe(numberSchema) })

export const readRunEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/runs/{number}',
  summary: 'One run with its counts',
  access: 'project:annotator',
  params: runParams,
  response: runSchema,
})

export const listInstructionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/runs/{number}/instructions',
  summary: 'Composed records of a finished run, in file order; the cursor is a byte offset',
  access: 'project:annotator',
  params: runParams,
  query: pageQuerySchema,
  response: pageOf(instructionSchema),
})

export const listRefusalsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/runs/{number}/refusals',
  summary:
    'What the gates of a finished run refused: how often each, and the first records of each with what was wrong',
  access: 'project:annotator',
  params: runParams,
  response: z.object({
    items: z.array(refusedSchema),
  }),
})
