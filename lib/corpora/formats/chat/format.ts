import { readInstances } from '@/lib/corpora/formats/chat/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/chat/recognise-file'
import { type Options, optionsSchema } from '@/lib/corpora/formats/chat/schema'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'

export const chat: ImportFormatDefinition<Options> = {
  name: 'chat',
  options: optionsSchema,
  taskForms: ['general'],
  recognise: recogniseFile,
  seeks: ({ layout }) => layout === 'lines',
  read: readInstances,
}
