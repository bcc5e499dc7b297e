import { readInstances } from '@/lib/corpora/formats/iepile/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/iepile/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/iepile/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const iepile: ImportFormatDefinition<Options> = {
  name: 'iepile',
  options: optionsSchema,
  taskForms: ['ner', 're', 'spo', 'ee', 'eet', 'eea', 'kg'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
