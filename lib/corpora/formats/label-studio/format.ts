import { readInstances } from '@/lib/corpora/formats/label-studio/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/label-studio/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/label-studio/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const labelStudio: ImportFormatDefinition<Options> = {
  name: 'label-studio',
  options: optionsSchema,
  taskForms: ['ner', 're', 'tc', 'general'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
