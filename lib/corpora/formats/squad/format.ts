import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances } from '@/lib/corpora/formats/squad/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/squad/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/squad/schema'

export const squad: ImportFormatDefinition<Options> = {
  name: 'squad',
  options: optionsSchema,
  taskForms: ['mrc'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
