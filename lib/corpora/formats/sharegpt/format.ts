import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances } from '@/lib/corpora/formats/sharegpt/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/sharegpt/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/sharegpt/schema'

export const sharegpt: ImportFormatDefinition<Options> = {
  name: 'sharegpt',
  options: optionsSchema,
  taskForms: ['general'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
