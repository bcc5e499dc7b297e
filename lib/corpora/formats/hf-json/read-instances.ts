import { mapInstance } from '@/lib/corpora/formats/hf-json/map-instance'
import type { Options } from '@/lib/corpora/formats/hf-json/schema'
import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** One instance a row. */
export function readInstances(
  source: Source,
  from: ReadFrom,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): AsyncGenerator<ReadInstances> {
  return mapRecords(source, { from, shape: options }, (value, place) =>
    mapInstance(value, place, { taskForm, options }),
  )
}
