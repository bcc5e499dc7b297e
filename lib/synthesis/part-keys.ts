import { hash } from 'node:crypto'
import { BANDS, bandsOf, shinglesOf } from '@/lib/corpora/survey/min-hash'
import { files } from '@/lib/platform/files'
import { strategies } from '@/lib/synthesis/model'
import type { Composed } from '@/lib/synthesis/prepared/model'

/** What stands behind so many characters of a text is not compared. */
const COMPARED = 100_000
const RECORD = 5
const TEXT = 1 + BANDS

/**
 * What the run must know of a part to tell its duplicates, as one array of 32-bit numbers: how many records and texts; for each
 * record its bytes, 64 bits of hash, the place of its text in the part, and what the tally knew of it; for each text its ordinal
 * and its MinHash bands. So 3 million records are compared without holding them.
 */
export class PartKeys {
  private readonly records: number[] = []
  private readonly texts: number[] = []
  private readonly bands = new Uint32Array(BANDS)
  private current = -1

  /** A text from here on: the records added next are of it. `kind` sets apart what is asked of equal texts. */
  text(ordinal: number, { text, kind }: { text: string; kind: string }): void {
    const shingles = shinglesOf(text.slice(0, COMPARED))
    const salt = Number.parseInt(hash('sha256', kind, 'hex').slice(0, 8), 16) | 0
    const salted = new Set<number>()
    for (const shingle of shingles) salted.add((Math.imul(shingle, 0x9e3779b1) ^ salt) >>> 0)
    if (salted.size > 0) bandsOf(salted, this.bands)
    else this.bands.fill(0)
    this.current++
    this.texts.push(ordinal, ...this.bands)
  }

  record(composed: Composed & { made: true }, bytes: number): void {
    const { instruction, input, output } = composed.instruction
    const same = hash('sha256', normalise(`${instruction}\u0000${input}\u0000${output}`), 'hex')
    const half = (at: number) => Number.parseInt(same.slice(at, at + 8), 16)
    this.records.push(bytes, half(0), half(8), this.current, flagsOf(composed))
  }

  toBytes(): Uint8Array {
    const head = [this.records.length / RECORD, this.texts.length / TEXT]
    return new Uint8Array(Uint32Array.from([...head, ...this.records, ...this.texts]).buffer)
  }
}

const normalise = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** What composition said of a record besides the record itself. */
type SaidOf = Omit<Made, 'made' | 'instruction'>
type Made = Extract<Composed, { made: true }>

const EMPTY = 1
const HELD_BACK = 2
const CARRIED_OVER = 4
const missedFlag = (at: number) => 8 << at

function flagsOf({ empty, isHeldBack, isCarriedOver, missed }: Made): number {
  const own = (empty ? EMPTY : 0) | (isHeldBack ? HELD_BACK : 0) | (isCarriedOver ? CARRIED_OVER : 0)
  return missed.reduce((flags, strategy) => flags | missedFlag(strategies.indexOf(strategy)), own)
}

function readFlags(flags: number): SaidOf {
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
  bytesOf(record: number): number
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
  const record = (at: number, field: number) => numbers[2 + at * RECORD + field]!
  const textAt = 2 + records * RECORD
  return {
    records,
    texts,
    bytesOf: (at) => record(at, 0),
    hashOf: (at) => [record(at, 1), record(at, 2)],
    textOf: (at) => record(at, 3),
    saidOf: (at) => readFlags(record(at, 4)),
    ordinalOf: (at) => numbers[textAt + at * TEXT]!,
    bandsOf(at) {
      const bands = numbers.subarray(textAt + at * TEXT + 1, textAt + (at + 1) * TEXT)
      return bands.some((band) => band !== 0) ? bands : null
    },
  }
}
