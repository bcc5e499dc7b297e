import { readInstances } from '@/lib/corpora/formats/carb/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/carb/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/carb/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const carb: ImportFormatDefinition<Options> = {
  name: 'carb',
  options: optionsSchema,
  taskForms: ['openie'],
  recognise: recogniseFile,
  seeks: true,
  read: (source, from) => readInstances(source.text(from.byte), from),
}
