import { readInstances } from '@/lib/corpora/formats/hf-json/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/hf-json/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/hf-json/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const hfJson: ImportFormatDefinition<Options> = {
  name: 'hf-json',
  options: optionsSchema,
  taskForms: ['ner', 'tc'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
