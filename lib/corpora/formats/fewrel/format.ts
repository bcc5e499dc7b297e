import { readInstances } from '@/lib/corpora/formats/fewrel/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/fewrel/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/fewrel/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const fewrel: ImportFormatDefinition<Options> = {
  name: 'fewrel',
  options: optionsSchema,
  taskForms: ['re', 'spo', 'kg'],
  recognise: recogniseFile,
  seeks: false,
  read: readInstances,
}
