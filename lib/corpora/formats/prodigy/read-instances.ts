import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import { mapInstance } from '@/lib/corpora/formats/prodigy/map-instance'
import type { Options } from '@/lib/corpora/formats/prodigy/schema'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** One instance a record: JSONL as Prodigy writes it, or the same records in a list. */
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
