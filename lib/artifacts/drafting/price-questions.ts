import type { DraftsEstimate } from '@/lib/artifacts/drafting/model'
import { lookUpTurns } from '@/lib/calls/look-up-turns'
import { costOf } from '@/lib/calls/model'
import { openSession, type StoredRequest } from '@/lib/calls/open-session'
import { priceCall } from '@/lib/calls/price-call'
import type { Prompt } from '@/lib/calls/prompts/model'
import type { ConnectionRole } from '@/lib/connections/model'
import { db } from '@/lib/platform/db'

/** One question as it would be asked: so many candidates of it. */
export type PlannedQuestion = { input: unknown; candidates?: number }

type Measured = { turn: string; completion: number; latencyMs: number }
type Opened = Awaited<ReturnType<typeof openSession>>

/** Looked up at once: a few of the store's queries. */
const AT_ONCE = 500

/** Adds up what questions would cost, without sending one: from their very requests, and from how long answers to this prompt were before. */
export class QuestionPricer {
  private calls = 0
  private fromStore = 0
  private promptTokens = 0
  private completionTokens = 0
  private cost = 0
  private mostCost = 0
  private latencyMs = 0
  private isMeasured = true
  private hasLatency = true

  private constructor(
    private readonly session: Opened,
    private readonly given: { currency: string; msPerToken: number | null },
  ) {}

  static async open(of: {
    projectId: string
    connectionId: string
    role: ConnectionRole
    /** Instead of the role's. */
    model?: string
    isBatch?: boolean
  }): Promise<QuestionPricer> {
    const { signal } = new AbortController()
    const session = await openSession({ ...of, jobRunId: null, signal })
    const budget = await db.budget.findUnique({ where: { projectId: of.projectId } })
    const msPerToken = await paceOf(session)
    return new QuestionPricer(session, { currency: budget?.currency ?? 'USD', msPerToken })
  }

  async add<In>(prompt: Prompt<In, unknown>, questions: readonly PlannedQuestion[]): Promise<void> {
    const measured = await this.measure(prompt)
    const asked = questions.flatMap(({ input, candidates = 1 }) => {
      const read = prompt.input.parse(input)
      return Array.from({ length: candidates }, (_, candidate) => ({ prompt, input: read, candidate }))
    })
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const some = asked.slice(at, at + AT_ONCE)
      const found = await Promise.all(some.map((one) => lookUpTurns(this.session, one)))
      for (const [place, { kept, next }] of found.entries()) {
        this.calls += kept
        this.fromStore += kept
        if (next) this.addTurns(next, { form: prompt.write(some[place]!.input).form, measured })
      }
    }
  }

  /** The first turn that is to be sent, and the one after it where prose goes before form. */
  private addTurns(
    next: StoredRequest<unknown>,
    { form, measured }: { form: string | undefined; measured: Map<string, Measured> },
  ): void {
    const said =
      measured.get(next.turn) ?? (next.turn === 'repair' ? measured.get(form ? 'form' : 'only') : undefined)
    this.addTurn(next, { said })
    if (next.turn !== 'prose') return
    const messages = [...next.messages, { role: 'user' as const, content: form! }]
    const { maxTokens } = next.parameters
    const prose = { likely: said?.completion ?? guessed(maxTokens), most: maxTokens }
    this.addTurn({ ...next, messages }, { said: measured.get('form'), prose })
  }

  private addTurn(
    asked: StoredRequest<unknown>,
    of: { said: Measured | undefined; prose?: { likely: number; most: number } },
  ): void {
    const { price } = this.session
    const { said, prose = { likely: 0, most: 0 } } = of
    const { maxTokens } = asked.parameters
    this.calls++
    this.isMeasured &&= said !== undefined
    const completion = Math.round(said?.completion ?? guessed(maxTokens))
    const latencyMs = said?.latencyMs ?? (this.given.msPerToken ?? 0) * completion
    this.hasLatency &&= said !== undefined || this.given.msPerToken !== null
    this.latencyMs += latencyMs
    const letters = asked.messages.reduce((sum, { content }) => sum + tokensOf(content), 0)
    const tokens = { prompt: Math.round(letters + prose.likely), completion }
    this.promptTokens += tokens.prompt
    this.completionTokens += tokens.completion
    this.cost += costOf(tokens, price ?? undefined)
    const isMore = price ? costOf({ prompt: prose.most, completion: 0 }, price) : 0
    this.mostCost += priceCall(this.session, asked) + isMore
  }

  /** How long answers to this prompt by this model were, turn by turn, over all calls of the project. */
  private async measure<In>({ name }: Prompt<In, unknown>): Promise<Map<string, Measured>> {
    const { projectId, model } = this.session
    const rows = await db.$queryRaw<Measured[]>`
      SELECT turn, avg(completion_tokens)::float8 AS completion, avg(latency_ms)::float8 AS "latencyMs"
      FROM (SELECT turn, completion_tokens, latency_ms FROM model_call
        WHERE project_id = ${projectId}::uuid AND prompt = ${name} AND model = ${model}
          AND outcome = 'answer' ORDER BY id DESC LIMIT 2000) newest
      GROUP BY turn`
    return new Map(rows.map((row) => [row.turn, row]))
  }

  estimate(drafts: number): DraftsEstimate {
    const { calls, fromStore, promptTokens, completionTokens, cost, mostCost } = this
    const { currency } = this.given
    const { model, price, connection } = this.session
    const { concurrency } = connection.pace
    const asked = calls - fromStore
    const seconds = this.latencyMs / 1000 / Math.max(1, Math.min(concurrency, asked))
    return {
      ...{ drafts, calls, fromStore, promptTokens, completionTokens, cost, mostCost, currency, model },
      ...{ measured: this.isMeasured, priced: price !== null },
      seconds: this.hasLatency ? seconds : null,
    }
  }
}

/** How long the model takes for a token, over whatever the project asked it lately: for prompts that it was not asked yet. */
async function paceOf({ projectId, model }: Opened): Promise<number | null> {
  const [row] = await db.$queryRaw<{ pace: number | null }[]>`
    SELECT (sum(latency_ms) / nullif(sum(completion_tokens), 0))::float8 AS pace
    FROM (SELECT latency_ms, completion_tokens FROM model_call
      WHERE project_id = ${projectId}::uuid AND model = ${model} AND outcome = 'answer' AND copied_from_id IS NULL
      ORDER BY id DESC LIMIT 500) newest`
  return row?.pace ?? null
}

/** Without earlier answers: a third of what an answer may be at most. */
function guessed(maxTokens: number): number {
  return Math.ceil(maxTokens / 3)
}

/** About as many as tokenizers count: a Chinese character is one, four other characters are. */
function tokensOf(text: string): number {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return wide + Math.ceil((text.length - wide) / 4) + 4
}
