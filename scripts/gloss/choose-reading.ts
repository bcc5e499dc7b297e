import { readFileSync } from 'node:fs'
import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import { listMappingsEndpoint } from '@/lib/corpora/mappings/schema'
import type { CorpusView } from '@/lib/corpora/schema'
import { CommandFailure, exitCodes, usageFailure } from './failure'
import { call, type Server } from './server'

export type GivenReading = {
  project: string
  format?: CorpusView['format']
  taskForm?: CorpusView['taskForm']
  options?: Record<string, unknown>
  columns?: Record<string, string>
  mapping?: string
  mappingFile?: string
}

/** How a file is to be read: the format's own options, which column is which, or a mapping by its name or from a file. */
export async function chooseReading(server: Server, given: GivenReading) {
  const { format, taskForm, options, columns } = given
  const mapping = await findMapping(server, given)
  const told = { ...options, ...(columns && { columns }), ...(mapping && { mapping }) }
  return {
    format: mapping ? ('mapping' as const) : format,
    taskForm: taskForm ?? mapping?.taskForm,
    options: Object.keys(told).length > 0 ? told : undefined,
  }
}

async function findMapping(server: Server, { project, mapping: name, mappingFile }: GivenReading) {
  if (mappingFile !== undefined) return readMapping(mappingFile)
  if (name === undefined) return null
  for (let cursor: string | undefined; ; ) {
    const page = await call(server, listMappingsEndpoint, {
      params: { project },
      query: { limit: 200, ...(cursor !== undefined && { cursor }) },
    })
    const found = page.items.find((one) => one.name === name || one.id === name)
    if (found) return found.mapping
    if (page.nextCursor === null)
      throw new CommandFailure(
        exitCodes.failed,
        `There is no mapping “${name}” in ${project}. Save it in the browser, or give --mapping-file.`,
        { code: 'not_found', reason: 'mapping-unknown' },
      )
    cursor = page.nextCursor
  }
}

function readMapping(file: string) {
  const fail = (what: string) => usageFailure(`${file} is no mapping: ${what}`)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw fail((cause as Error).message)
  }
  const result = mappingSchema.safeParse(value)
  if (result.success) return result.data
  throw fail(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}
