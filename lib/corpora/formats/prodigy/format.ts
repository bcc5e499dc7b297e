import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances } from '@/lib/corpora/formats/prodigy/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/prodigy/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/prodigy/schema'

export const prodigy: ImportFormatDefinition<Options> = {
  name: 'prodigy',
  options: optionsSchema,
  taskForms: ['ner', 're', 'tc'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
