import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, answerChat } from './answer-chat'
import { type Counts, count } from './counts'
import { makeDraw } from './make-draw'
import { type ChatRequest, chatRequestSchema } from './read-request'
import { badRequest, noJsonMode, noSuchModel, type Refusal, refuseRequest, tooMany } from './refuse-request'
import { isMisbehaviour, type Misbehaviour, type Settings } from './settings'

export type StandIn = { settings: Settings; counts: Counts; number: number }

export type Completion =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'hang' }
  | {
      kind: 'answered'
      request: ChatRequest
      answer: Answer
      id: string
      wrong: ReadonlySet<Misbehaviour>
    }

/** One chat completion, alone or as the line of a batch. */
export async function completeChat(
  standIn: StandIn,
  { body, header }: { body: unknown; header?: string | undefined },
): Promise<Completion> {
  const { settings, counts } = standIn
  const number = ++standIn.number
  const parsed = chatRequestSchema.safeParse(body)
  if (!parsed.success) return refused(badRequest(parsed.error.issues[0]?.message ?? 'This is no request.'))
  const request = parsed.data
  const [model = '', ...asked] = request.model.split('+')
  count(counts.byModel, request.model)
  if (!settings.models.includes(model)) return refused(noSuchModel(request.model))
  const wrong = new Set([...asked.filter(isMisbehaviour), ...drawn(settings, number)])
  if (counts.inFlight > settings.capacity) return refused(tooMany())
  if (settings.latencyMs > 0) await sleep(settings.latencyMs)
  const refusal = refuseRequest(wrong, settings)
  if (refusal) return refused(refusal)
  const wantsJson = request.response_format && request.response_format.type !== 'text'
  if (wantsJson && wrong.has('no-json-mode')) return refused(noJsonMode())
  if (wrong.has('hang')) return { kind: 'hang' }
  const answer = answerChat(request, { header, wrong })
  if (answer.prompt) count(counts.byPrompt, `${answer.prompt.name}@${answer.prompt.version}`)
  return { kind: 'answered', request, answer, id: `chatcmpl-${number}`, wrong }
}

function refused(refusal: Refusal): Completion {
  return { kind: 'refused', refusal }
}

/** At most one misbehaviour for each request. */
function drawn({ misbehave, seed }: Settings, number: number): Misbehaviour[] {
  const shares = Object.entries(misbehave)
  if (shares.length === 0) return []
  let left = makeDraw(seed, number)()
  for (const [kind, share] of shares) {
    if (left < share) return [kind as Misbehaviour]
    left -= share
  }
  return []
}
