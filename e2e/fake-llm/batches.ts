import { completionBody, errorBody, seconds } from './chat-bodies'
import { type Completion, completeChat, type StandIn } from './complete-chat'

export type StoredFile = { id: string; filename: string; purpose: string; text: string; createdAt: number }

type Batch = {
  id: string
  inputFileId: string
  status: 'in_progress' | 'completed' | 'failed' | 'cancelled'
  createdAt: number
  endpoint: string
  metadata: unknown
  total: number
  completed: number
  failed: number
  outputFileId: string | null
  errorFileId: string | null
}

export type Shelf = { files: Map<string, StoredFile>; batches: Map<string, Batch>; number: number }

export function newShelf(): Shelf {
  return { files: new Map(), batches: new Map(), number: 0 }
}

export function storeFile(
  shelf: Shelf,
  given: { filename: string; purpose: string; text: string },
): StoredFile {
  const file = { id: `file-${++shelf.number}`, createdAt: seconds(), ...given }
  shelf.files.set(file.id, file)
  return file
}

export function fileBody({ id, filename, purpose, text, createdAt }: StoredFile): object {
  const bytes = Buffer.byteLength(text)
  return { id, object: 'file', bytes, created_at: createdAt, filename, purpose, status: 'processed' }
}

/** Begins a batch. Its lines fare like requests of their own: some may fail, and are in the file of errors. */
export function startBatch(
  { shelf, standIn }: { shelf: Shelf; standIn: StandIn },
  asked: { input_file_id: string; endpoint: string; metadata?: unknown },
): Batch {
  const batch: Batch = {
    ...{ id: `batch_${++shelf.number}`, inputFileId: asked.input_file_id, status: 'in_progress' },
    ...{ createdAt: seconds(), endpoint: asked.endpoint, metadata: asked.metadata ?? null },
    ...{ total: 0, completed: 0, failed: 0, outputFileId: null, errorFileId: null },
  }
  shelf.batches.set(batch.id, batch)
  setTimeout(() => void runBatch({ shelf, standIn }, batch), standIn.settings.batchMs).unref()
  return batch
}

async function runBatch({ shelf, standIn }: { shelf: Shelf; standIn: StandIn }, batch: Batch): Promise<void> {
  const lines = shelf.files.get(batch.inputFileId)!.text.split('\n').filter(Boolean)
  batch.total = lines.length
  const out: string[] = []
  const errors: string[] = []
  for (const line of lines) {
    if (batch.status !== 'in_progress') break
    const { custom_id, body } = readLine(line)
    const completion = await completeChat(standIn, { body, header: promptOf(batch.metadata) })
    const [status, said] = responseOf(completion)
    const response = { status_code: status, request_id: `req_${custom_id}`, body: said }
    const written = { id: `batch_req_${custom_id}`, custom_id, response, error: null }
    if (status === 200) {
      batch.completed++
      standIn.counts.answered++
    } else batch.failed++
    ;(status === 200 ? out : errors).push(JSON.stringify(written))
  }
  const keep = (kind: string, kept: string[]) =>
    kept.length === 0
      ? null
      : storeFile(shelf, {
          filename: `${batch.id}_${kind}.jsonl`,
          purpose: 'batch_output',
          text: kept.join('\n'),
        }).id
  batch.outputFileId = keep('output', out)
  batch.errorFileId = keep('error', errors)
  if (batch.status === 'in_progress') batch.status = 'completed'
}

/** A batch says for all its lines which prompt made them. */
function promptOf(metadata: unknown): string | undefined {
  const named = (metadata as { prompt?: unknown } | null)?.prompt
  return typeof named === 'string' ? named : undefined
}

function readLine(line: string): { custom_id: string; body: unknown } {
  try {
    return JSON.parse(line)
  } catch {
    return { custom_id: '', body: null }
  }
}

function responseOf(completion: Completion): [number, object | string] {
  if (completion.kind === 'refused') return [completion.refusal.status, completion.refusal.body]
  if (completion.kind === 'hang')
    return [504, errorBody('The request expired.', { type: 'server_error', code: 'batch_expired' })]
  const { id, request, answer } = completion
  return [200, completionBody({ id, model: request.model }, answer)]
}

export function batchBody(batch: Batch): object {
  const { id, endpoint, status, createdAt, metadata, total, completed, failed } = batch
  return {
    ...{ id, object: 'batch', endpoint, errors: null, completion_window: '24h', status, metadata },
    input_file_id: batch.inputFileId,
    output_file_id: batch.outputFileId,
    error_file_id: batch.errorFileId,
    created_at: createdAt,
    request_counts: { total, completed, failed },
  }
}
