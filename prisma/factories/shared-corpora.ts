import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findFormat } from '@/lib/corpora/formats/find-format'
import { FILE_START, type ImportFormat } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { collect } from '@/prisma/factories/bytes'
import { findSharedData } from '@/prisma/factories/shared-data'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

/** The instances of a real corpus, as import would number them; null where the folder with real corpora is absent. */
export async function readShared(
  file: string,
  of: { format: ImportFormat; taskForm: TaskForm },
): Promise<{ ordinal: number; text: string; gold: unknown }[] | null> {
  const folder = findSharedData()
  if (!folder) return null
  const content = readFileSync(path.join(folder, file))
  const format = await findFormat(of.format)
  const options = format.options.parse(format.recognise(sampleOf(content))?.options ?? {})
  const readings = await collect(
    format.read(sourceOf(content), FILE_START, { taskForm: of.taskForm, options }),
  )
  return readings
    .flatMap(({ instances }) => instances)
    .map(({ text, gold }, at) => ({ ordinal: at + 1, text, gold }))
}
