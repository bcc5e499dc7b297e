import type { BandFiles } from '@/lib/corpora/survey/band-files'
import { BANDS, bandsOf, shinglesOf } from '@/lib/corpora/survey/min-hash'

/** What stands behind so many characters of a text is not compared. */
export const COMPARED = 100_000

const own = new Uint32Array(BANDS)

/** Puts the bands of texts to those of the others, to find which are nearly the same. */
export async function signTexts(
  bands: BandFiles,
  rows: readonly { ordinal: number; text: string }[],
): Promise<void> {
  for (const { ordinal, text } of rows) {
    const shingles = shinglesOf(text.slice(0, COMPARED))
    if (shingles.size === 0) continue
    bandsOf(shingles, own)
    bands.add(ordinal, own)
  }
  await bands.flush()
}
