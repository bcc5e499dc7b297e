import { z } from 'zod'
import { importPlanSchema } from '@/lib/corpora/fixes/model'
import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import { featureRoles } from '@/lib/corpora/formats/model'
import {
  corpusStateSchema,
  encodingSchema,
  importFormatSchema,
  labelCountSchema,
  severitySchema,
  splitSchema,
} from '@/lib/corpora/model'
import { problemKindSchema, surveyContentSchema, surveyPhaseSchema } from '@/lib/corpora/survey/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { turnSchema } from '@/lib/tasks/general/gold'
import { answerSchema, offsetsSchema, taskFormSchema } from '@/lib/tasks/model'
import { extentShape } from '@/lib/tasks/ner/gold'

export const corpusSchema = z.object({
  id: idSchema,
  name: z.string(),
  taskForm: taskFormSchema,
  language: z.string(),
  licence: z.string(),
  source: z.string(),
  split: splitSchema,
  format: importFormatSchema,
  fileName: z.string(),
  fileSha256: z.string(),
  fileBytes: z.number(),
  state: corpusStateSchema,
  instanceCount: z.number(),
  refusedCount: z.number(),
  warningCount: z.number(),
  itemCount: z.number(),
  labels: z.array(labelCountSchema),
  /** Guidelines of this corpus by what became of them. */
  guidelines: z.object({ waiting: z.number(), approved: z.number(), rejected: z.number() }),
  createdAt: z.iso.datetime(),
  importedAt: z.iso.datetime().nullable(),
})
export type CorpusView = z.infer<typeof corpusSchema>

/** A place that the gold marks, with what it is: an entity type, an event type, a role. '' where the source says nothing. */
const markSchema = z.object({ ...extentShape, label: z.string() })

export const instanceSchema = z.object({
  id: idSchema,
  ordinal: z.number(),
  line: z.number(),
  text: z.string(),
  /** What is asked about the text, where the task form asks, and what there is to choose from. */
  question: z.string().nullable(),
  options: z.array(z.string()),
  /** What the gold marks in the text. */
  spans: z.array(markSchema),
  /** What the gold says beside that: relations, events, classes, answers. Empty where the spans say all. */
  answer: answerSchema,
  /** A conversation, where the text is only its first turn of the user; else none. */
  turns: z.array(turnSchema),
})
export type Mark = z.infer<typeof markSchema>
export type InstanceView = z.infer<typeof instanceSchema>

export const importIssueSchema = z.object({
  line: z.number(),
  severity: severitySchema,
  code: z.string(),
  message: z.string(),
  excerpt: z.string(),
})
export type ImportIssueView = z.infer<typeof importIssueSchema>

export const uploadSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  createdAt: z.iso.datetime(),
})
export type UploadView = z.infer<typeof uploadSchema>

export const uploadFileEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/uploads',
  summary: 'Send a file: the body is the file itself, streamed; `name` is its name',
  access: 'project:lead',
  params: projectParams,
  query: z.object({ name: z.string().min(1).max(255) }),
  upload: true,
  response: uploadSchema,
})

const uploadParams = projectParams.extend({ upload: idSchema })

export const previewSchema = z.object({
  format: importFormatSchema,
  /** What else the file could be, likeliest first; any other can be asked for too. */
  formats: z.array(importFormatSchema),
  taskForm: taskFormSchema,
  /** The task forms that the format can hold. */
  taskForms: z.array(taskFormSchema),
  /** The files of an archive of which one is read, and which one that is; otherwise none. */
  entries: z.array(z.string()),
  entry: z.string().nullable(),
  encoding: encodingSchema,
  /** Could the encoding be another one too? */
  encodingIsGuess: z.boolean(),
  /** What the format was told of the file, by its content and by who asked. */
  options: z.unknown(),
  /** Was the whole file read, or only its beginning? */
  complete: z.boolean(),
  instances: z.array(instanceSchema.omit({ id: true })),
  instanceCount: z.number(),
  labels: z.array(labelCountSchema),
  /** Labels that look like spellings of one another, the commonest of each group first. */
  variants: z.array(z.array(labelCountSchema)),
  refusedCount: z.number(),
  issues: z.array(importIssueSchema),
  suggested: z.object({ name: z.string(), language: z.string(), split: splitSchema }),
})
export type Preview = z.infer<typeof previewSchema>

/** What a person may say of a file; the rest is told from its content. */
const readingInput = {
  format: importFormatSchema.optional(),
  taskForm: taskFormSchema.optional(),
  /** The file of an archive that is read. */
  entry: z.string().max(1_000).optional(),
  encoding: encodingSchema.optional(),
}

/** What the format needs to know of the file, such as `{"columns": {"text": "body"}}`; what is not said is told from the content. */
const readingOptions = z.record(z.string(), z.unknown())

const jsonText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })

export const previewImportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/uploads/{upload}/preview',
  summary:
    'What an import would find: first instances, labels with counts, what is wrong line by line; writes nothing',
  access: 'project:lead',
  params: uploadParams,
  query: z.object({ ...readingInput, options: jsonText.pipe(readingOptions).optional() }),
  response: previewSchema,
})

export const sampleUploadSchema = z.object({
  /** How the records stand in the file; null where it holds neither JSON nor a table. */
  layout: z.enum(['lines', 'document', 'table']).nullable(),
  /** Where the records of a document are. */
  path: z.string(),
  /** The first records, long texts and lists cut. */
  records: z.array(z.unknown()),
  /** The columns to choose from, where the format knows columns. */
  table: z
    .object({
      names: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      roles: z.array(z.object({ role: z.enum(featureRoles), isNeeded: z.boolean() })),
      columns: z.partialRecord(z.enum(featureRoles), z.union([z.string(), z.number()])),
    })
    .nullable(),
  /** The mapping that such records most likely have. */
  suggested: mappingSchema.nullable(),
  /** Saved mappings that fit such records, those that read the most of them first. */
  fitting: z.array(z.object({ id: idSchema, name: z.string(), mapping: mappingSchema })),
})
export type UploadSample = z.infer<typeof sampleUploadSchema>

export const sampleUploadEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/uploads/{upload}/sample',
  summary: 'The first records or rows of an uploaded file, and the mappings that could read them',
  access: 'project:lead',
  params: uploadParams,
  query: z.object({
    ...readingInput,
    options: jsonText.pipe(readingOptions).optional(),
    path: z.string().max(300).optional(),
  }),
  response: sampleUploadSchema,
})

export const savedMappingSchema = z.object({
  id: idSchema,
  name: z.string(),
  mapping: mappingSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type SavedMapping = z.infer<typeof savedMappingSchema>

const mappingName = z.string().trim().min(1).max(120)
const mappingParams = projectParams.extend({ mapping: idSchema })

export const listMappingsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/mappings',
  summary: 'The saved mappings of a project, by name',
  access: 'project:lead',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(savedMappingSchema),
})

export const saveMappingEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/mappings',
  summary: 'Keep a mapping under a name, to read files of the same shape with',
  access: 'project:lead',
  params: projectParams,
  body: z.object({ name: mappingName, mapping: mappingSchema }),
  response: savedMappingSchema,
})

export const changeMappingEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/mappings/{mapping}',
  summary: 'Rename a saved mapping, or replace what it says. Corpora that were read with it stay as they are',
  access: 'project:lead',
  params: mappingParams,
  body: z.object({ name: mappingName.optional(), mapping: mappingSchema.optional() }),
  response: savedMappingSchema,
})

export const deleteMappingEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/mappings/{mapping}',
  summary: 'Delete a saved mapping. Corpora that were read with it stay as they are',
  access: 'project:lead',
  params: mappingParams,
})

export const discardUploadEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/uploads/{upload}',
  summary: 'Throw away an uploaded file that was not imported',
  access: 'project:lead',
  params: uploadParams,
})

export const importCorpusInput = z.object({
  uploadId: idSchema,
  name: z.string().trim().min(1).max(120),
  ...readingInput,
  options: readingOptions.optional(),
  language: z.string().trim().min(2).max(35),
  licence: z.string().trim().min(1).max(120),
  source: z.string().trim().min(1).max(500),
  split: splitSchema,
  /** Fixes that are done before the corpus is first shown, and the labels that it should have. */
  plan: importPlanSchema.optional(),
})

export const importCorpusEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora',
  summary:
    'Import an uploaded file as a corpus. The same name with the same file goes on where a killed import stopped, or answers with the finished corpus',
  access: 'project:lead',
  params: projectParams,
  body: importCorpusInput,
  response: z.object({ corpus: corpusSchema, jobId: idSchema.nullable() }),
})

export const listCorporaEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora',
  summary: 'The corpora of a project',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(corpusSchema),
})

const corpusParams = projectParams.extend({ corpus: idSchema })

export const readCorpusEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}',
  summary: 'One corpus with its labels and counts',
  access: 'project:annotator',
  params: corpusParams,
  response: corpusSchema,
})

export const confusionSchema = z.object({
  label: z.string(),
  /** Likeliest first. `count`: how often the gold shows it, 0 when only the names do, null when a person added it. */
  others: z.array(z.object({ label: z.string(), count: z.number().nullable() })),
})
export type ConfusionView = z.infer<typeof confusionSchema>

export const listConfusionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/confusions',
  summary: 'Labels with those that are easily taken for them: the hard negatives of a schema',
  access: 'project:annotator',
  params: corpusParams,
  response: z.object({ items: z.array(confusionSchema) }),
})

export const chooseConfusionsEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/api/projects/{project}/corpora/{corpus}/confusions',
  summary: 'Say which labels are taken for a label',
  access: 'project:lead',
  params: corpusParams,
  body: z.object({ label: z.string().max(200), others: z.array(z.string().max(200)).max(50) }),
  response: confusionSchema,
})
/** Everything given must apply. Classes of length and of items are named by the number at which they begin. */
export const listInstancesQuery = pageQuerySchema.extend({
  q: z.string().max(500).optional(),
  label: z.string().max(200).optional(),
  otherLabel: z.string().max(200).optional(),
  problem: problemKindSchema.optional(),
  length: z.coerce.number().int().nonnegative().optional(),
  items: z.coerce.number().int().nonnegative().optional(),
  language: z.string().max(35).optional(),
})

/** `hits`: where the words that were searched for stand in the text. */
export const foundInstanceSchema = instanceSchema.extend({ hits: z.array(offsetsSchema) })
export type FoundInstance = z.infer<typeof foundInstanceSchema>

export const listInstancesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/instances',
  summary:
    'Instances in file order: all, or those with all that is asked for (words or “phrases” of the text, labels, a problem, a class of length or items, a language)',
  access: 'project:annotator',
  params: corpusParams,
  query: listInstancesQuery,
  /** `indexing`: the corpus has not been surveyed, so nothing can be found in it yet. */
  response: pageOf(foundInstanceSchema).extend({ indexing: z.boolean() }),
})

export const readInstancesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/instances/by-ordinal',
  summary: 'The instances with these ordinals (at most 200), in that order: what evidence refers to',
  access: 'project:annotator',
  params: corpusParams,
  query: z.object({
    ordinals: z
      .string()
      .regex(/^\d{1,9}(,\d{1,9}){0,199}$/, 'numbers with commas between, at most 200')
      .transform((list) => list.split(',').map(Number)),
  }),
  response: z.object({ items: z.array(instanceSchema) }),
})

export const listImportIssuesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/issues',
  summary: 'The report of refused and mended lines',
  access: 'project:annotator',
  params: corpusParams,
  query: pageQuerySchema.extend({ severity: severitySchema.optional() }),
  response: pageOf(importIssueSchema),
})

export const downloadReportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/report.csv',
  summary: 'The report as CSV, streamed',
  access: 'project:annotator',
  params: corpusParams,
  download: 'text/csv',
})

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
