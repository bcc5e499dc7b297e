import { readInstances } from '@/lib/corpora/formats/conll/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/conll/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/conll/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const conll: ImportFormatDefinition<Options> = {
  name: 'conll',
  options: optionsSchema,
  taskForms: ['ner'],
  recognise: recogniseFile,
  seeks: true,
  read: (source, from, { options }) => readInstances(source.text(from.byte), from, options),
}
