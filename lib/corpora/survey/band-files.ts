import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const PAIR_BYTES = 8

/**
 * The MinHash bands of all texts, in one file for each band: they are written text by text and compared band by band, so that only
 * one band is in memory at a time.
 */
export class BandFiles {
  private waiting: { ordinals: number[]; values: number[] } = { ordinals: [], values: [] }

  private constructor(
    private readonly folder: string,
    private readonly files: FileHandle[],
  ) {}

  static async open(bands: number): Promise<BandFiles> {
    const folder = await mkdtemp(path.join(tmpdir(), 'gloss-bands-'))
    const names = Array.from({ length: bands }, (_, band) => path.join(folder, String(band)))
    return new BandFiles(folder, await Promise.all(names.map((name) => open(name, 'a'))))
  }

  add(ordinal: number, bands: Uint32Array): void {
    this.waiting.ordinals.push(ordinal)
    this.waiting.values.push(...bands)
  }

  async flush(): Promise<void> {
    const { ordinals, values } = this.waiting
    this.waiting = { ordinals: [], values: [] }
    await Promise.all(
      this.files.map((file, band) => {
        const pairs = new Uint32Array(ordinals.length * 2)
        ordinals.forEach((ordinal, i) => {
          pairs[2 * i] = ordinal
          pairs[2 * i + 1] = values[i * this.files.length + band]!
        })
        return file.write(new Uint8Array(pairs.buffer))
      }),
    )
  }

  /** The ordinals that have the same value in a band, two and more together, each list in order. */
  async alike(band: number): Promise<Iterable<number[]>> {
    const bytes = await readFile(path.join(this.folder, String(band)))
    const pairs = new BigUint64Array(new Uint8Array(bytes).buffer, 0, bytes.length / PAIR_BYTES)
    // The value stands in the upper half of each number: sorting brings equal values together, their ordinals in order.
    return buckets(new Uint32Array(pairs.sort().buffer))
  }

  async remove(): Promise<void> {
    await Promise.all(this.files.map((file) => file.close()))
    await rm(this.folder, { recursive: true, force: true })
  }
}

function* buckets(pairs: Uint32Array): Generator<number[]> {
  for (let from = 0; from < pairs.length; ) {
    let to = from + 2
    while (to < pairs.length && pairs[to + 1] === pairs[from + 1]) to += 2
    if (to - from > 2) yield Array.from({ length: (to - from) / 2 }, (_, i) => pairs[from + 2 * i]!)
    from = to
  }
}
