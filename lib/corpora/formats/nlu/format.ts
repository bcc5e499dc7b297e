import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances } from '@/lib/corpora/formats/nlu/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/nlu/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/nlu/schema'

export const nlu: ImportFormatDefinition<Options> = {
  name: 'nlu',
  options: optionsSchema,
  taskForms: ['tc', 'ner'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
