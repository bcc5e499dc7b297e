import type OpenAI from 'openai'
import { APIError, toFile } from 'openai'
import { type Connection, clientOf } from '@/lib/platform/llm/make-client'
import type { Failure } from '@/lib/platform/llm/outcome'
import { hideKey, readFailure } from '@/lib/platform/llm/read-failure'
import { readWhole, type Said } from '@/lib/platform/llm/read-said'
import { type ModelRequest, writeRequest } from '@/lib/platform/llm/write-request'

export type BatchLine = { id: string; request: ModelRequest<unknown> }

/** A batch as its service has it. `isOver`: nothing more comes of it. */
export type ServiceBatch = {
  number: string
  file: string
  isOver: boolean
  status: string
  results: string[]
}

/** What came of a line: an answer, or why there is none. */
export type BatchResult = { id: string } & ({ said: Said } | { failure: Failure })

const NAME = 'gloss_batch'
const UPLOAD_MS = 600_000

/**
 * Gives a service the lines as one file, to be answered within a day. One that it was given before under this name, by a process
 * that did not live to tell, is taken up again.
 */
export async function startBatch(
  connection: Connection,
  { name, prompt, lines, signal }: { name: string; prompt: string; lines: BatchLine[]; signal: AbortSignal },
): Promise<ServiceBatch | Failure> {
  return told(connection, async () => {
    const client = clientOf(connection)
    const options = { signal, timeout: UPLOAD_MS }
    const known = await client.batches.list({ limit: 100 }, options)
    const before = known.data.find(({ metadata }) => metadata?.[NAME] === name)
    if (before) return serviceBatch(before)
    const text = lines.map((line) => JSON.stringify(writeLine(connection, line))).join('\n')
    const file = await toFile(Buffer.from(text), `${name}.jsonl`, { type: 'application/jsonl' })
    const uploaded = await client.files.create({ file, purpose: 'batch' }, options)
    const started = await client.batches.create(
      {
        ...{ input_file_id: uploaded.id, endpoint: '/v1/chat/completions', completion_window: '24h' },
        metadata: { [NAME]: name, prompt },
      },
      options,
    )
    return serviceBatch(started)
  })
}

export function readBatch(
  connection: Connection,
  { number, signal }: { number: string; signal: AbortSignal },
): Promise<ServiceBatch | Failure> {
  return told(connection, async () =>
    serviceBatch(await clientOf(connection).batches.retrieve(number, { signal })),
  )
}

/** Asks the service to stop; what it has answered by then is still to be read. */
export function cancelBatch(connection: Connection, number: string): Promise<ServiceBatch | Failure> {
  return told(connection, async () => serviceBatch(await clientOf(connection).batches.cancel(number)))
}

export function readResults(
  connection: Connection,
  { files, signal }: { files: string[]; signal: AbortSignal },
): Promise<BatchResult[] | Failure> {
  return told(connection, async () => {
    const results: BatchResult[] = []
    for (const file of files) {
      const content = await clientOf(connection).files.content(file, { signal, timeout: UPLOAD_MS })
      for (const line of (await content.text()).split('\n'))
        if (line.trim() !== '') results.push(readLine(line, connection.key))
    }
    return results
  })
}

async function told<Result>(connection: Connection, deed: () => Promise<Result>): Promise<Result | Failure> {
  try {
    return await deed()
  } catch (error) {
    return readFailure(error, connection.key)
  }
}

function writeLine(connection: Connection, { id, request }: BatchLine): object {
  const body = writeRequest(connection, request)
  return { custom_id: id, method: 'POST', url: '/v1/chat/completions', body }
}

function serviceBatch(batch: OpenAI.Batch): ServiceBatch {
  const results = [batch.output_file_id, batch.error_file_id].filter((id): id is string => !!id)
  const isOver = ['completed', 'failed', 'expired', 'cancelled'].includes(batch.status)
  return { number: batch.id, file: batch.input_file_id, status: batch.status, isOver, results }
}

type Line = {
  custom_id?: string
  response?: { status_code?: number; body?: OpenAI.ChatCompletion & { error?: object } } | null
  error?: { code?: string; message?: string } | null
}

function readLine(line: string, key: string | null): BatchResult {
  const { custom_id = '', response, error } = JSON.parse(hideKey(line, key)) as Line
  const status = response?.status_code ?? 0
  if (!response || status !== 200) {
    const body = response?.body?.error ?? error ?? {}
    const told = APIError.generate(status || 500, { error: body }, undefined, new Headers())
    return { id: custom_id, failure: readFailure(told, key) }
  }
  const said: Said = { raw: '', refusal: null, tokens: null, finishReason: null, servedModel: null }
  try {
    readWhole(response.body as OpenAI.ChatCompletion, said)
    return { id: custom_id, said }
  } catch (cause) {
    return { id: custom_id, failure: readFailure(cause, key) }
  }
}
