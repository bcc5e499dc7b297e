import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import { mapInstance } from '@/lib/corpora/formats/squad/map-instance'
import type { Options } from '@/lib/corpora/formats/squad/schema'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'

/** One record is a paragraph with its questions, or a question with its context. */
export function readInstances(
  source: Source,
  from: ReadFrom,
  options: Options,
): AsyncGenerator<ReadInstances> {
  return mapRecords(source, { from, shape: options }, mapInstance)
}
