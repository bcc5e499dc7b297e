import { readInstances, showTable } from '@/lib/corpora/formats/csv/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/csv/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/csv/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const csv: ImportFormatDefinition<Options> = {
  name: 'csv',
  options: optionsSchema,
  taskForms: ['tc', 'mrc', 'general'],
  recognise: recogniseFile,
  showTable: (source, { options, taskForm }) => showTable(source.text(), options, taskForm),
  seeks: false,
  read: (source, _from, { options, taskForm }) => readInstances(source.text(), options, taskForm),
}
