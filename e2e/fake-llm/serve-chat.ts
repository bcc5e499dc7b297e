import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { completionBody, completionChunks } from './chat-bodies'
import { type Completion, completeChat, type StandIn } from './complete-chat'
import { PROMPT_HEADER } from './read-request'
import { send, sendRefusal } from './send'

type Answered = Extract<Completion, { kind: 'answered' }>

export async function serveChat(
  standIn: StandIn,
  { request, response, body }: { request: IncomingMessage; response: ServerResponse; body: unknown },
): Promise<unknown> {
  const header = request.headers[PROMPT_HEADER]?.toString()
  const completion = await completeChat(standIn, { body, header })
  if (completion.kind === 'hang') return response // until the client has had enough of it
  if (completion.kind === 'refused') return sendRefusal(response, completion.refusal)
  return completion.request.stream
    ? stream(standIn, response, completion)
    : sendWhole(standIn, response, completion)
}

async function sendWhole(standIn: StandIn, response: ServerResponse, completion: Answered): Promise<void> {
  const { id, request, answer, wrong } = completion
  const body = JSON.stringify(completionBody({ id, model: request.model }, answer))
  if (wrong.has('slow')) await sleep(slowly(standIn) * 20)
  if (!wrong.has('cut')) {
    pay(standIn, completion)
    send(response, 200, body)
    return
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.write(body.slice(0, body.length / 2))
  await sleep(10) // so that half of it arrives
  response.destroy()
}

async function stream(standIn: StandIn, response: ServerResponse, completion: Answered): Promise<void> {
  const { id, request, answer, wrong } = completion
  const withUsage = request.stream_options?.include_usage ?? false
  const chunks = completionChunks({ id, model: request.model }, answer, withUsage)
  const pause = wrong.has('slow') ? slowly(standIn) : standIn.settings.tokenMs
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  for (const [at, chunk] of chunks.entries()) {
    if (wrong.has('cut') && at >= chunks.length / 2) {
      await sleep(10)
      response.destroy()
    }
    if (response.destroyed) return
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    if (pause > 0) await sleep(pause)
  }
  pay(standIn, completion)
  response.end('data: [DONE]\n\n')
}

function slowly({ settings }: StandIn): number {
  return Math.max(20, settings.tokenMs * 10)
}

function pay({ counts }: StandIn, { answer: { tokens } }: Answered): void {
  counts.answered++
  counts.tokens += tokens.prompt + tokens.completion
}
