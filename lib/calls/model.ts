import { z } from 'zod'
import type { Prompt } from '@/lib/calls/prompts/model'

/** A question that is asked alone, or as one of the turns of an answer in prose that is then put into its form; or once more, to mend. */
export const callTurns = ['only', 'prose', 'form', 'repair'] as const
export const callTurnSchema = z.enum(callTurns)
export type CallTurn = z.infer<typeof callTurnSchema>

/** What came of a call: every one can be seen by a person and sent again. All but `failed` were paid. */
export const callOutcomes = ['answer', 'truncated', 'refused', 'empty', 'malformed', 'failed'] as const
export const callOutcomeSchema = z.enum(callOutcomes)
export type CallOutcome = z.infer<typeof callOutcomeSchema>

/** `lost`: its worker was killed before the answer was kept; it counts as spent, as it may have been paid. */
export const callStates = ['reserved', 'settled', 'lost'] as const
export const callStateSchema = z.enum(callStates)
export type CallState = z.infer<typeof callStateSchema>

/** What came of asking, with all its turns. The last two were never sent. */
export const askOutcomes = [...callOutcomes, 'over-budget', 'cancelled'] as const
export type AskOutcome = (typeof askOutcomes)[number]

/** What a call is about, for people who look for it. */
export type About = { kind: string; corpusId: string | null; key: string }

export type AskOptions = {
  about: About
  /** The decisions that the input shows to the model. */
  decisionIds?: string[]
  /** Which of several answers to the same question, from 0. */
  candidate?: number
  /** Asks anew what the store could answer, or only what it has no good answer to. A job that runs twice still asks once. */
  fresh?: boolean | 'unanswered'
}

export type Asked<Out> = { callIds: string[] } & (
  | { outcome: 'answer'; value: Out }
  | { outcome: Exclude<AskOutcome, 'answer'>; message: string }
)

export type Tally = {
  calls: number
  fromStore: number
  paid: number
  tokens: { prompt: number; completion: number }
  /** Micros. */
  cost: number
  byOutcome: Partial<Record<AskOutcome, number>>
}

export type Caller = {
  connectionId: string
  /** How many questions to keep open at once, so that the connection is never idle. */
  width: number
  ask<In, Out>(prompt: Prompt<In, Out>, input: In, options: AskOptions): Promise<Asked<Out>>
  tally(): Tally
}

// Money: whole micros, millionths of the currency's unit ------------------------------------------------------------

export const MICROS = 1_000_000
export const microsSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** Of a million tokens. */
export type Price = { input: number; output: number }
export type TokenCount = { prompt: number; completion: number }

/** What tokens cost, in micros, rounded up. Without a price it is nothing. */
export function costOf(tokens: TokenCount, price: Price | undefined): number {
  if (!price) return 0
  const perMillion = (unit: number) => BigInt(Math.round(unit * MICROS))
  const sum =
    BigInt(tokens.prompt) * perMillion(price.input) + BigInt(tokens.completion) * perMillion(price.output)
  return Number((sum + 999_999n) / 1_000_000n)
}

/**
 * The most tokens that a prompt can be, whatever the tokenizer: none has more tokens than bytes; and what services add around each
 * message and for a schema.
 */
export function mostPromptTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + encoder.encode(text).length + 16, 64)
}

const encoder = new TextEncoder()

/** What a budget allows and what of it is gone; `null` is no limit. */
export type Purse = {
  totalLimit: number | null
  dayLimit: number | null
  spent: number
  reserved: number
  daySpent: number
  dayReserved: number
}

/** Whether a sum can be reserved now; `later`: once what is reserved turns out cheaper; else the limit that it is over for good. */
export function fitsPurse(purse: Purse, sum: number): 'now' | 'later' | 'over-total' | 'over-day' {
  const { totalLimit, dayLimit, spent, reserved, daySpent, dayReserved } = purse
  const total = totalLimit ?? Number.POSITIVE_INFINITY
  const day = dayLimit ?? Number.POSITIVE_INFINITY
  if (sum === 0) return 'now'
  if (spent + sum > total) return 'over-total'
  if (daySpent + sum > day) return 'over-day'
  return spent + reserved + sum <= total && daySpent + dayReserved + sum <= day ? 'now' : 'later'
}
