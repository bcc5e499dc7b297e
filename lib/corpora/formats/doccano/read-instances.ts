import { mapInstance } from '@/lib/corpora/formats/doccano/map-instance'
import type { Options } from '@/lib/corpora/formats/doccano/schema'
import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** Instances of doccano's JSONL, or its JSON list. A text with several answers is several. */
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
