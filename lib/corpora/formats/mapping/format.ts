import { readInstances } from '@/lib/corpora/formats/mapping/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/mapping/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/mapping/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { taskForms } from '@/lib/tasks/model'

/** Any JSON and any table, by a mapping that a person has made. */
export const mapping: ImportFormatDefinition<Options> = {
  name: 'mapping',
  options: optionsSchema,
  taskForms,
  recognise: recogniseFile,
  taskFormOf: (options) => options.mapping?.taskForm,
  seeks: ({ layout, table, mapping: told }) => layout === 'lines' && !table && told?.records === undefined,
  read: readInstances,
}
