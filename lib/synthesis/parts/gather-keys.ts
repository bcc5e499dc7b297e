import { hash } from 'node:crypto'
import { BANDS, bandsOf, listShingles } from '@/lib/corpora/survey/min-hash'
import { COMPARED } from '@/lib/corpora/survey/sign-texts'
import type { Instruction } from '@/lib/synthesis/model'
import { flagsOf, RECORD_KEYS, TEXT_KEYS } from '@/lib/synthesis/parts/read-part-keys'
import type { Composed } from '@/lib/synthesis/prepared/model'

export type PartKeys = GatheredKeys

export function gatherKeys(): PartKeys {
  return new GatheredKeys()
}

/**
 * What the run must know of a part to tell its duplicates, as one array of 32-bit numbers: how many records and texts; for each
 * record 64 bits of hash, the place of its text in the part, and what the tally knew of it; for each text its ordinal and its
 * MinHash bands. So 3 million records are compared without holding them.
 */
class GatheredKeys {
  private readonly records = new Numbers()
  private readonly texts = new Numbers()
  private readonly bands = new Uint32Array(BANDS)
  private readonly salts = new Map<string, number>()
  private bytes = Buffer.allocUnsafe(1 << 14)
  private current = -1

  /** A text from here on: the records added next are of it. `kind` sets apart what is asked of equal texts. */
  text(ordinal: number, { text, kind }: { text: string; kind: string }): void {
    const shingles = listShingles(text.slice(0, COMPARED))
    if (shingles.length > 0) bandsOf(shingles, this.bands, this.saltOf(kind))
    else this.bands.fill(0)
    this.current++
    const at = this.texts.room(TEXT_KEYS)
    this.texts.all[at] = ordinal
    this.texts.all.set(this.bands, at + 1)
  }

  record(composed: Composed & { made: true }): void {
    const same = this.hashOf(composed.instruction)
    const at = this.records.room(RECORD_KEYS)
    const { all } = this.records
    all[at] = same.readUInt32BE(0)
    all[at + 1] = same.readUInt32BE(4)
    all[at + 2] = this.current
    all[at + 3] = flagsOf(composed)
  }

  toBytes(): Uint8Array {
    const [records, texts] = [this.records.used(), this.texts.used()]
    const all = new Uint32Array(2 + records.length + texts.length)
    all.set([records.length / RECORD_KEYS, texts.length / TEXT_KEYS])
    all.set(records, 2)
    all.set(texts, 2 + records.length)
    return new Uint8Array(all.buffer)
  }

  /** Of what makes two records the very same, put together where the last one was: a text of kilobytes is not copied first. */
  private hashOf({ instruction, input, output }: Instruction): Buffer {
    const most = MOST_BYTES_A_UNIT * (instruction.length + input.length + output.length) + 2
    if (this.bytes.length < most) this.bytes = Buffer.allocUnsafe(2 * most)
    const { bytes } = this
    let end = bytes.write(instruction)
    bytes[end++] = 0
    end += bytes.write(input, end)
    bytes[end++] = 0
    end += bytes.write(output, end)
    return hash('sha256', bytes.subarray(0, end), 'buffer')
  }

  /** There are few kinds and many texts, unless each asks a question of its own. */
  private saltOf(kind: string): number {
    const known = this.salts.get(kind)
    if (known !== undefined) return known
    const made = Number.parseInt(hash('sha256', kind, 'hex').slice(0, 8), 16) | 0
    if (this.salts.size < MOST_SALTS) this.salts.set(kind, made)
    return made
  }
}

const MOST_SALTS = 100
const MOST_BYTES_A_UNIT = 3

/** An array of numbers that grows. */
class Numbers {
  all = new Uint32Array(1 << 12)
  private length = 0

  /** Where the next so many numbers go. */
  room(count: number): number {
    const at = this.length
    this.length += count
    if (this.length > this.all.length) {
      const wider = new Uint32Array(2 * this.all.length)
      wider.set(this.all)
      this.all = wider
    }
    return at
  }

  used(): Uint32Array {
    return this.all.subarray(0, this.length)
  }
}
