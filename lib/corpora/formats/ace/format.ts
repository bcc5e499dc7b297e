import { readInstances } from '@/lib/corpora/formats/ace/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/ace/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/ace/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const ace: ImportFormatDefinition<Options> = {
  name: 'ace',
  options: optionsSchema,
  taskForms: ['ee', 'eet', 'eea', 're', 'spo', 'kg', 'ner'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
