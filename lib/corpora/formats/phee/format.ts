import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances } from '@/lib/corpora/formats/phee/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/phee/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/phee/schema'

export const phee: ImportFormatDefinition<Options> = {
  name: 'phee',
  options: optionsSchema,
  taskForms: ['ee', 'eet', 'eea'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
