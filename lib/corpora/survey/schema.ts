import { z } from 'zod'
import { problemKindSchema, surveyContentSchema, surveyPhaseSchema } from '@/lib/corpora/survey/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

const corpusParams = projectParams.extend({ corpus: idSchema })

export const surveySchema = z.object({
  /** `searchable`: its texts can be searched, and what is doubtful is still being looked for. */
  phase: surveyPhaseSchema,
  content: surveyContentSchema,
  finishedAt: z.iso.datetime().nullable(),
})
export type SurveyView = z.infer<typeof surveySchema>

export const readSurveyEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/survey',
  summary: 'What the last survey found in a corpus: lengths, labels and their company, languages, problems',
  access: 'project:annotator',
  params: corpusParams,
  response: z.object({ survey: surveySchema.nullable(), jobId: idSchema.nullable() }),
})

export const surveyCorpusEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/survey',
  summary: 'Survey a corpus: make its texts searchable, count what is in it, look for what is doubtful',
  access: 'project:lead',
  params: corpusParams,
  response: z.object({ jobId: idSchema }),
})

/** Instances that share a problem; the first of them by ordinal. */
export const problemGroupSchema = z.object({
  kind: problemKindSchema,
  groupKey: z.string(),
  instances: z.number(),
  ordinals: z.array(z.number()),
  detail: z.record(z.string(), z.unknown()),
})
export type ProblemGroup = z.infer<typeof problemGroupSchema>

export const listProblemsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/problems',
  summary: 'What a survey doubts, group by group',
  access: 'project:annotator',
  params: corpusParams,
  query: pageQuerySchema.extend({ kind: problemKindSchema }),
  response: pageOf(problemGroupSchema),
})
