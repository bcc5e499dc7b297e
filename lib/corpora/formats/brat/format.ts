import { readInstances } from '@/lib/corpora/formats/brat/read-instances'
import { areDocuments, recogniseFile } from '@/lib/corpora/formats/brat/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/brat/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const brat: ImportFormatDefinition<Options> = {
  name: 'brat',
  options: optionsSchema,
  taskForms: ['ee', 're', 'ner'],
  recognise: recogniseFile,
  readsTogether: areDocuments,
  seeks: false,
  read: (source, _from, { taskForm, options }) => readInstances(source, { taskForm, unit: options.unit }),
}
