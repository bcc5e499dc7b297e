import { mapInstance } from '@/lib/corpora/formats/fewrel/map-instance'
import { shape } from '@/lib/corpora/formats/fewrel/schema'
import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** One record is one sentence with one relation. A table of names is refused once, not for each of its names. */
export async function* readInstances(
  source: Source,
  from: ReadFrom,
  { taskForm }: { taskForm: TaskForm },
): AsyncGenerator<ReadInstances> {
  const readings = mapRecords(source, { from, shape }, (value, place) => mapInstance(value, place, taskForm))
  for await (const reading of readings) {
    yield reading
    if (reading.issues.some(({ code }) => code === 'names-only')) return
  }
}
