import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { readInstances, showTable } from '@/lib/corpora/formats/parquet/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/parquet/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/parquet/schema'

export const parquet: ImportFormatDefinition<Options> = {
  name: 'parquet',
  options: optionsSchema,
  taskForms: ['ner', 'tc', 'mrc', 'general'],
  recognise: recogniseFile,
  showTable: (source, { options, taskForm }) => showTable(source, options, taskForm),
  seeks: false,
  read: (source, _from, { options, taskForm }) => readInstances(source, options, taskForm),
}
