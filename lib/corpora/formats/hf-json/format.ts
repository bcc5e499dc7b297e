import { readInstances } from '@/lib/corpora/formats/hf-json/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/hf-json/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/hf-json/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const hfJson: ImportFormatDefinition<Options> = {
  name: 'hf-json',
  options: optionsSchema,
<<<<<<< HEAD
  taskForms: ['ner', 'tc'],
=======
  taskForms: ['ner', 'tc', 'mrc', 'general'],
>>>>>>> 5975cc8 (Read JSON of datasets whose tokens have tags by name or number)
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
