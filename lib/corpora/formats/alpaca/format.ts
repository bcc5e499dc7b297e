import { readInstances } from '@/lib/corpora/formats/alpaca/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/alpaca/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/alpaca/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const alpaca: ImportFormatDefinition<Options> = {
  name: 'alpaca',
  options: optionsSchema,
  taskForms: ['general'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
