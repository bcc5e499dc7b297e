import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances } from '@/lib/corpora/formats/pubtator/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/pubtator/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/pubtator/schema'

export const pubtator: ImportFormatDefinition<Options> = {
  name: 'pubtator',
  options: optionsSchema,
  taskForms: ['re', 'ner'],
  recognise: recogniseFile,
  seeks: true,
  read: (source, from, { taskForm }) => readInstances(source.text(from.byte), from, taskForm),
}
