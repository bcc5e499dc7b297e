import { hash } from 'node:crypto'
import { BANDS, bandsOf, shinglesOf } from '@/lib/corpora/survey/min-hash'
import { COMPARED } from '@/lib/corpora/survey/sign-texts'
import { flagsOf, RECORD_KEYS, TEXT_KEYS } from '@/lib/synthesis/parts/read-part-keys'
import type { Composed } from '@/lib/synthesis/prepared/model'

export type PartKeys = GatheredKeys

export function gatherKeys(): PartKeys {
  return new GatheredKeys()
}

/**
 * What the run must know of a part to tell its duplicates, as one array of 32-bit numbers: how many records and texts; for each
 * record its bytes, 64 bits of hash, the place of its text in the part, and what the tally knew of it; for each text its ordinal
 * and its MinHash bands. So 3 million records are compared without holding them.
 */
class GatheredKeys {
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
    const same = hash('sha256', `${instruction}\u0000${input}\u0000${output}`, 'hex')
    const half = (at: number) => Number.parseInt(same.slice(at, at + 8), 16)
    this.records.push(bytes, half(0), half(8), this.current, flagsOf(composed))
  }

  toBytes(): Uint8Array {
    const head = [this.records.length / RECORD_KEYS, this.texts.length / TEXT_KEYS]
    return new Uint8Array(Uint32Array.from([...head, ...this.records, ...this.texts]).buffer)
  }
}
