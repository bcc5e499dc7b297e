import { z } from 'zod'
import { findFormat } from '@/lib/corpora/formats/find-format'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import {
  FILE_START,
  importFormatSchema,
  type LineIssue,
  type Packing,
  packingSchema,
  type ReadFrom,
  type ReadInstances,
} from '@/lib/corpora/model'
import { openSource } from '@/lib/corpora/open-source'
import { taskFormSchema } from '@/lib/tasks/model'

/** What must be known to read a file: how it is packed, its format and what the format needs to know, the form of its gold. */
export const fileReadingSchema = z.object({
  packing: packingSchema,
  format: importFormatSchema,
  taskForm: taskFormSchema,
  options: z.unknown(),
})
export type FileReading = z.infer<typeof fileReadingSchema>

/** Reads the instances of a stored file from a place on, record after record. */
export async function* readCorpusFile(
  fileKey: string,
  { packing, format, taskForm, options }: FileReading,
  from: ReadFrom = FILE_START,
): AsyncGenerator<ReadInstances> {
  const source = await openSource(fileKey, packing)
  const definition = await findFormat(format)
  const reading = { taskForm, options: definition.options.parse(options) }
  if (canSeek(definition, reading.options) && packing.container === 'none' && packing.encoding === 'utf-8') {
    yield* definition.read(source, from, reading)
    return
  }
  let readings = 0
  if (packing.isGuess && ++readings > from.readings) yield guessedEncoding(packing)
  for await (const one of definition.read(source, FILE_START, reading))
    if (++readings > from.readings) yield { ...one, byteEnd: source.position() }
}

function canSeek({ seeks }: ImportFormatDefinition, options: unknown): boolean {
  return typeof seeks === 'function' ? seeks(options) : seeks
}

/** Stands in the report before everything else. */
function guessedEncoding({ encoding }: Packing): ReadInstances {
  const message = `The file does not say its encoding. It was read as ${encoding}; if letters look wrong, import it with the right encoding.`
  const issue: LineIssue = {
    line: 1,
    severity: 'warning',
    code: 'encoding-guessed',
    message,
    excerpt: '',
    params: { value: encoding },
  }
  return { line: 1, lineEnd: 0, byteEnd: 0, instances: [], issues: [issue] }
}
