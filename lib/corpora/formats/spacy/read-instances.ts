import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import { mapInstance } from '@/lib/corpora/formats/spacy/map-instance'
import type { Options } from '@/lib/corpora/formats/spacy/schema'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** One instance a record or training tuple. */
export function readInstances(
  source: Source,
  from: ReadFrom,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): AsyncGenerator<ReadInstances> {
  const { multi } = options
  return mapRecords(source, { from, shape: options }, (value, place) =>
    mapInstance(value, place, { taskForm, multi }),
  )
}
