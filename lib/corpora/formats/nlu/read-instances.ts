import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import { mapInstance } from '@/lib/corpora/formats/nlu/map-instance'
import type { Options } from '@/lib/corpora/formats/nlu/schema'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** One instance an utterance. A file that only describes the labels is refused by what it is. */
export async function* readInstances(
  source: Source,
  from: ReadFrom,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): AsyncGenerator<ReadInstances> {
  if (options.isOntology)
    throw new AppError(
      'invalid',
      'This file is an ontology: it describes intents and slots, and holds no texts. Import the file with the texts.',
      { reason: 'file-is-ontology' },
    )
  yield* mapRecords(source, { from, shape: options }, (value, place) => mapInstance(value, place, taskForm))
}
