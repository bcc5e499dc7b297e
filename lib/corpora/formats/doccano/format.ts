import { readInstances } from '@/lib/corpora/formats/doccano/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/doccano/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/doccano/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const doccano: ImportFormatDefinition<Options> = {
  name: 'doccano',
  options: optionsSchema,
  taskForms: ['ner', 're', 'tc', 'general'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
