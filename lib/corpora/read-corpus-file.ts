import * as conll from '@/lib/corpora/formats/conll/read-instances'
import { optionsSchema as conllOptions } from '@/lib/corpora/formats/conll/schema'
import * as jsonlSpans from '@/lib/corpora/formats/jsonl-spans/read-instances'
import { optionsSchema as jsonlSpansOptions } from '@/lib/corpora/formats/jsonl-spans/schema'
import { FILE_START, type ImportFormat, type ReadFrom, type ReadInstance } from '@/lib/corpora/model'
import { files } from '@/lib/platform/files'

/** What must be known to read a file: its format and what the format needs to know of it. */
export type FileReading = { format: ImportFormat; options: unknown }

/** Reads the instances of a stored file from a place on, one after the other. */
export function readCorpusFile(
  fileKey: string,
  { format, options }: FileReading,
  from: ReadFrom = FILE_START,
): AsyncGenerator<ReadInstance> {
  const chunks = files().read(fileKey, { start: from.byte })
  switch (format) {
    case 'conll':
      return conll.readInstances(chunks, from, conllOptions.parse(options))
    case 'jsonl-spans':
      return jsonlSpans.readInstances(chunks, from, jsonlSpansOptions.parse(options))
  }
}
