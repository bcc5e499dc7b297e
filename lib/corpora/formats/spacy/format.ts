import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances } from '@/lib/corpora/formats/spacy/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/spacy/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/spacy/schema'

export const spacy: ImportFormatDefinition<Options> = {
  name: 'spacy',
  options: optionsSchema,
  taskForms: ['tc', 'ner'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
