import { z } from 'zod'
import { importPlanSchema } from '@/lib/corpora/fixes/model'
import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import { featureRoles } from '@/lib/corpora/formats/model'
import { instanceSchema } from '@/lib/corpora/instances/schema'
import { labelNamesSchema } from '@/lib/corpora/label-names/model'
import {
  corpusStateSchema,
  encodingSchema,
  importFormatSchema,
  issueParamsSchema,
  labelCountSchema,
  severitySchema,
  splitSchema,
} from '@/lib/corpora/model'
import { problemKindSchema } from '@/lib/corpora/survey/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { taskFormSchema } from '@/lib/tasks/model'

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
  /** Models are measured on it: nothing is composed from it, and no run holds a text of it. */
  heldOut: z.boolean(),
  instanceCount: z.number(),
  refusedCount: z.number(),
  warningCount: z.number(),
  itemCount: z.number(),
  labels: z.array(labelCountSchema),
  /** What people read for a label, where that is something else. */
  labelNames: labelNamesSchema,
  /** Guidelines of this corpus by what became of them. */
  guidelines: z.object({ waiting: z.number(), approved: z.number(), rejected: z.number() }),
  createdAt: z.iso.datetime(),
  importedAt: z.iso.datetime().nullable(),
})
export type CorpusView = z.infer<typeof corpusSchema>

export const importIssueSchema = z.object({
  line: z.number(),
  severity: severitySchema,
  code: z.string(),
  message: z.string(),
  excerpt: z.string(),
  /** What the message is about, by what it is. */
  params: issueParamsSchema.default({}),
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

const shownInstance = instanceSchema.omit({ id: true })

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
  instances: z.array(shownInstance),
  instanceCount: z.number(),
  labels: z.array(labelCountSchema),
  /** Labels that look like spellings of one another, the commonest of each group first, each with an instance that carries it. */
  variants: z.array(z.array(labelCountSchema.extend({ example: shownInstance.nullable() }))),
  /** What is doubtful in the instances that were read, each kind with the instances of one group. */
  problems: z.array(
    z.object({
      kind: problemKindSchema,
      instances: z.number(),
      groups: z.number(),
      examples: z.array(shownInstance),
    }),
  ),
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

export const holdOutCorpusEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/api/projects/{project}/corpora/{corpus}/held-out',
  summary:
    'Keep a corpus for measuring models: nothing is composed from it, and its texts are kept out of every run',
  access: 'project:lead',
  params: corpusParams,
  body: z.object({ heldOut: z.boolean() }),
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
