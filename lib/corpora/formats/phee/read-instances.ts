import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import { mapInstance } from '@/lib/corpora/formats/phee/map-instance'
import type { Options } from '@/lib/corpora/formats/phee/schema'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'

/** One record is one text with its events. */
export function readInstances(
  source: Source,
  from: ReadFrom,
  options: Options,
): AsyncGenerator<ReadInstances> {
  return mapRecords(source, { from, shape: options }, mapInstance)
}
