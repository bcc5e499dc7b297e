import { z } from 'zod'
import { labelNameSchema, labelNamesSchema, nameChangesSchema } from '@/lib/corpora/label-names/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

const corpusParams = projectParams.extend({ corpus: idSchema })

export const namedLabelSchema = z.object({
  label: z.string(),
  items: z.number(),
  name: labelNameSchema,
  /** What could be said where nothing is said yet, told from the label's own letters and a small word list. */
  suggested: labelNameSchema,
})
export type NamedLabel = z.infer<typeof namedLabelSchema>

const namedLabelsSchema = z.object({ items: z.array(namedLabelSchema) })

export const listLabelNamesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/label-names',
  summary:
    'The labels of a corpus with the names that people read for them, and suggestions for what has none',
  access: 'project:annotator',
  params: corpusParams,
  response: namedLabelsSchema,
})

export const nameLabelsEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/corpora/{corpus}/label-names',
  summary:
    'Say how people read labels, in English and Chinese, each name once in a corpus. Labels that are not given keep their names',
  access: 'project:lead',
  params: corpusParams,
  body: z.object({ changes: nameChangesSchema }),
  response: namedLabelsSchema,
})

export const labelBookSchema = z.object({
  corpora: z.array(
    z.object({
      id: idSchema,
      /** The commonest labels: each of them has a colour of its own. */
      commonest: z.array(z.string()),
      names: labelNamesSchema,
    }),
  ),
})
export type LabelBook = z.infer<typeof labelBookSchema>

export const readLabelBookEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/label-names',
  summary: 'What every screen needs to show labels: the names given in all corpora of a project',
  access: 'project:annotator',
  params: projectParams,
  response: labelBookSchema,
})
