import { BANDS } from '@/lib/corpora/survey/min-hash'
import { files } from '@/lib/platform/files'
import { strategies } from '@/lib/synthesis/model'
import type { Composed } from '@/lib/synthesis/prepared/model'

/** Numbers for each record and each text among the keys of a part. */
export const RECORD_KEYS = 4
export const TEXT_KEYS = 1 + BANDS

/** What composition said of a record besides the record itself. */
export type SaidOf = Omit<Made, 'made' | 'instruction'>
type Made = Extract<Composed, { made: true }>

const EMPTY = 1
const HELD_BACK = 2
const CARRIED_OVER = 4
const missedFlag = (at: number) => 8 << at

export function flagsOf({ empty, isHeldBack, isCarriedOver, missed }: Made): number {
  const own = (empty ? EMPTY : 0) | (isHeldBack ? HELD_BACK : 0) | (isCarriedOver ? CARRIED_OVER : 0)
  return missed.reduce((flags, strategy) => flags | missedFlag(strategies.indexOf(strategy)), own)
}

export function readFlags(flags: number): SaidOf {
  return {
    empty: (flags & EMPTY) > 0,
    isHeldBack: (flags & HELD_BACK) > 0,
    isCarriedOver: (flags & CARRIED_OVER) > 0,
    missed: strategies.filter((_, at) => (flags & missedFlag(at)) > 0),
  }
}

/** The keys of a finished part, read back. */
export type ReadKeys = {
  records: number
  texts: number
  hashOf(record: number): [number, number]
  textOf(record: number): number
  saidOf(record: number): SaidOf
  ordinalOf(text: number): number
  /** Null for a text without words. */
  bandsOf(text: number): Uint32Array | null
}

export async function readPartKeys(key: string): Promise<ReadKeys> {
  const chunks: Buffer[] = []
  for await (const chunk of files().read(key) as AsyncIterable<Buffer>) chunks.push(chunk)
  const numbers = new Uint32Array(new Uint8Array(Buffer.concat(chunks)).buffer)
  const [records = 0, texts = 0] = numbers
  const record = (at: number, field: number) => numbers[2 + at * RECORD_KEYS + field]!
  const textAt = 2 + records * RECORD_KEYS
  return {
    records,
    texts,
    hashOf: (at) => [record(at, 0), record(at, 1)],
    textOf: (at) => record(at, 2),
    saidOf: (at) => readFlags(record(at, 3)),
    ordinalOf: (at) => numbers[textAt + at * TEXT_KEYS]!,
    bandsOf(at) {
      const bands = numbers.subarray(textAt + at * TEXT_KEYS + 1, textAt + (at + 1) * TEXT_KEYS)
      return bands.some((band) => band !== 0) ? bands : null
    },
  }
}
