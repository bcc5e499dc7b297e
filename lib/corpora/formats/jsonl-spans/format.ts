import { readInstances } from '@/lib/corpora/formats/jsonl-spans/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/jsonl-spans/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/jsonl-spans/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const jsonlSpans: ImportFormatDefinition<Options> = {
  name: 'jsonl-spans',
  options: optionsSchema,
  taskForms: ['ner'],
  recognise: recogniseFile,
  seeks: true,
  read: (source, from, { options }) => readInstances(source.text(from.byte), from, options),
}
