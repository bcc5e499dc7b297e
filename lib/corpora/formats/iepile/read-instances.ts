import { mapInstance } from '@/lib/corpora/formats/iepile/map-instance'
import type { Options } from '@/lib/corpora/formats/iepile/schema'
import { joinGolds } from '@/lib/corpora/formats/join-golds'
import { mapRecords } from '@/lib/corpora/formats/map-records'
import type { Source } from '@/lib/corpora/formats/model'
import type { NewInstance, ReadFrom, ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/**
 * One record is one text. Instructions that follow each other and ask the same text for other labels are parts of one record: what
 * the first does not ask for is not absent from the text.
 */
export async function* readInstances(
  source: Source,
  from: ReadFrom,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): AsyncGenerator<ReadInstances> {
  let before: ReadInstances | null = null
  for await (const reading of mapRecords(source, { from, shape: options }, (value, place) =>
    mapInstance(value, place, taskForm),
  )) {
    const joined: ReadInstances | null = before && joinReadings(before, reading, taskForm)
    if (before && !joined) yield before
    before = joined ?? reading
  }
  if (before) yield before
}

function joinReadings(a: ReadInstances, b: ReadInstances, taskForm: TaskForm): ReadInstances | null {
  const [first, second] = [a.instances[0], b.instances[0]]
  if (!first || !second || !isContinued(first, second)) return null
  const { lineEnd, byteEnd } = b
  const schema = [...asked(first), ...asked(second)]
  const instance = {
    ...first,
    ...joinGolds([first.gold, second.gold], taskForm),
    meta: { ...first.meta, schema },
  }
  return { line: a.line, lineEnd, byteEnd, instances: [instance], issues: [...a.issues, ...b.issues] }
}

function isContinued(first: NewInstance, second: NewInstance): boolean {
  if (first.text !== second.text || !first.meta?.task || first.meta.task !== second.meta?.task) return false
  if (first.meta.source !== second.meta?.source || asked(first).length === 0) return false
  const known = new Set(asked(first).map((one) => JSON.stringify(one)))
  return asked(second).length > 0 && asked(second).every((one) => !known.has(JSON.stringify(one)))
}

function asked({ meta }: NewInstance): unknown[] {
  return Array.isArray(meta?.schema) ? meta.schema : []
}
