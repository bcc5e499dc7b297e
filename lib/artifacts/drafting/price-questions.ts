import type { DraftsEstimate } from '@/lib/artifacts/drafting/model'
import { costOf, mostPromptTokens, type Price } from '@/lib/calls/model'
import type { Prompt } from '@/lib/calls/prompts/model'
import { type ConnectionRole, limitsSchema, pricesSchema, rolesSchema } from '@/lib/connections/model'
import { db } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'

/** One question as it would be asked: so many candidates of it. */
export type PlannedQuestion = { input: unknown; candidates?: number }

type Bounded = { parameters: { maxTokens: number } }
type Measured = { turn: string; completion: number; latencyMs: number }

/** Adds up what questions would cost, without sending one: from their real words, and from how long answers to this prompt were before. */
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
    private readonly given: {
      projectId: string
      connectionId: string
      model: string
      concurrency: number
      price: Price | undefined
      currency: string
    },
  ) {}

  static async open(of: {
    projectId: string
    connectionId: string
    role: ConnectionRole
  }): Promise<QuestionPricer> {
    const { projectId, connectionId, role } = of
    const row = await db.modelConnection.findFirstOrThrow({ where: { id: connectionId, projectId } })
    const budget = await db.budget.findUnique({ where: { projectId } })
    const model = rolesSchema.parse(row.roles)[role]?.model ?? ''
    return new QuestionPricer({
      ...{ projectId, connectionId, model },
      concurrency: limitsSchema.parse(row.limits).concurrency,
      price: pricesSchema.parse(row.prices)[model],
      currency: budget?.currency ?? 'USD',
    })
  }

  async add<In>(prompt: Prompt<In, unknown>, questions: readonly PlannedQuestion[]): Promise<void> {
    const measured = await this.measure(prompt)
    const inputs = questions.map(({ input, candidates = 1 }) => {
      const read = prompt.input.parse(input)
      return { read, hash: contentHash(read), candidates }
    })
    const stored = await this.findStored(
      prompt,
      inputs.map(({ hash }) => hash),
    )
    for (const { read, hash, candidates } of inputs) {
      const { system, user, form } = prompt.write(read)
      for (let candidate = 0; candidate < candidates; candidate++) {
        const isStored = stored.has(`${hash} ${candidate}`)
        if (form === undefined)
          this.addTurn(prompt, { texts: [system, user], said: measured.get('only'), isStored })
        else {
          const prose = measured.get('prose')
          this.addTurn(prompt, { texts: [system, user], said: prose, isStored })
          const before = prose?.completion ?? guessed(prompt)
          this.addTurn(prompt, { texts: [system, user, form], said: measured.get('form'), isStored, before })
        }
      }
    }
  }

  private addTurn(
    prompt: Bounded,
    of: { texts: string[]; said: Measured | undefined; isStored: boolean; before?: number },
  ): void {
    const { price } = this.given
    const { texts, said, isStored, before = 0 } = of
    this.calls++
    if (isStored) {
      this.fromStore++
      return
    }
    this.isMeasured &&= said !== undefined
    this.hasLatency &&= said !== undefined
    const letters = texts.reduce((sum, text) => sum + tokensOf(text), 0)
    const tokens = {
      prompt: letters + before,
      completion: Math.round(said?.completion ?? guessed(prompt)),
    }
    this.promptTokens += tokens.prompt
    this.completionTokens += tokens.completion
    this.latencyMs += said?.latencyMs ?? 0
    this.cost += costOf(tokens, price)
    const most = { prompt: mostPromptTokens(texts) + before, completion: prompt.parameters.maxTokens }
    this.mostCost += costOf(most, price)
  }

  /** How long answers to this prompt by this model were, turn by turn, over all calls of the project. */
  private async measure<In>({ name }: Prompt<In, unknown>): Promise<Map<string, Measured>> {
    const rows = await db.$queryRaw<Measured[]>`
      SELECT turn, avg(completion_tokens)::float8 AS completion, avg(latency_ms)::float8 AS "latencyMs"
      FROM (SELECT turn, completion_tokens, latency_ms FROM model_call
        WHERE project_id = ${this.given.projectId}::uuid AND prompt = ${name} AND model = ${this.given.model}
          AND outcome = 'answer' ORDER BY id DESC LIMIT 2000) newest
      GROUP BY turn`
    return new Map(rows.map((row) => [row.turn, row]))
  }

  /** Which of these questions have an answer of the same model by the same words already. */
  private async findStored<In>(
    { name, wordsHash }: Prompt<In, unknown>,
    hashes: readonly string[],
  ): Promise<Set<string>> {
    const rows = await db.$queryRaw<{ hash: string; candidate: number }[]>`
      SELECT DISTINCT input_hash AS hash, candidate FROM model_call
      WHERE project_id = ${this.given.projectId}::uuid AND prompt = ${name} AND words_hash = ${wordsHash}
        AND model = ${this.given.model} AND connection_id = ${this.given.connectionId}::uuid AND holds
        AND outcome = 'answer' AND turn <> 'prose' AND input_hash = ANY(${[...hashes]}::text[])`
    return new Set(rows.map(({ hash, candidate }) => `${hash} ${candidate}`))
  }

  estimate(drafts: number): DraftsEstimate {
    const { calls, fromStore, promptTokens, completionTokens, cost, mostCost } = this
    const { model, concurrency, price, currency } = this.given
    const asked = calls - fromStore
    const seconds = this.latencyMs / 1000 / Math.max(1, Math.min(concurrency, asked))
    return {
      ...{ drafts, calls, fromStore, promptTokens, completionTokens, cost, mostCost, currency, model },
      ...{ measured: this.isMeasured, priced: price !== undefined },
      seconds: this.hasLatency ? seconds : null,
    }
  }
}

/** Without earlier answers: a third of what an answer may be at most. */
function guessed({ parameters }: Bounded): number {
  return Math.ceil(parameters.maxTokens / 3)
}

/** About as many as tokenizers count: a Chinese character is one, four other characters are. */
function tokensOf(text: string): number {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return wide + Math.ceil((text.length - wide) / 4) + 4
}
