import type { BandFiles } from '@/lib/corpora/survey/band-files'
import { compareBucket, splitBucket } from '@/lib/corpora/survey/compare-bucket'
import { BANDS, SIMILAR, shinglesOf, similarityOf } from '@/lib/corpora/survey/min-hash'
import { COMPARED } from '@/lib/corpora/survey/sign-texts'
import { SimilarSets } from '@/lib/corpora/survey/similar-sets'
import type { Problem } from '@/lib/corpora/survey/write-problems'
import { pool } from '@/lib/platform/db'

type Row = { ordinal: number; text: string }
type Compared = { ordinal: number; hash: string; shingles: Set<number> }

/** Texts held at once while they are compared. */
const HELD = 400

/**
 * Texts that are nearly the same, in groups: MinHash finds those that may be, their shingles decide. Texts that are the very same
 * make no group by themselves. The memory it takes is a few numbers for each instance. `bands`: of the texts that were signed.
 */
export async function findNearDuplicates(
  corpus: { id: string; lastOrdinal: number },
  bands: BandFiles,
  compared: (share: number) => Promise<void>,
): Promise<Problem[]> {
  const sets = new SimilarSets(corpus.lastOrdinal)
  for (let band = 0; band < BANDS; band++) {
    await compared(band / BANDS)
    for await (const texts of candidates(corpus.id, await bands.alike(band), sets)) compare(texts, sets)
  }
  return problemsOf(sets)
}

/** Buckets of texts to compare, each text with its shingles; a large bucket in parts that share their first texts. */
async function* candidates(
  corpusId: string,
  buckets: Iterable<number[]>,
  sets: SimilarSets,
): AsyncGenerator<Compared[]> {
  for (const bucket of buckets) {
    const open = sets.oneOfEach(bucket)
    if (open.length < 2) continue
    for (const part of splitBucket(open, HELD)) yield readTexts(corpusId, part)
  }
}

async function readTexts(corpusId: string, ordinals: number[]): Promise<Compared[]> {
  const { rows } = await pool().query<Row & { hash: string }>(
    `SELECT ordinal, left(text, ${COMPARED}) AS text, encode(text_hash, 'hex') AS hash
     FROM instance WHERE corpus_id = $1 AND ordinal = ANY($2) ORDER BY ordinal`,
    [corpusId, ordinals],
  )
  return rows.map(({ ordinal, hash, text }) => ({ ordinal, hash, shingles: shinglesOf(text) }))
}

function compare(texts: readonly Compared[], sets: SimilarSets): void {
  compareBucket(texts, {
    areLike: isSimilar,
    onLike: (rival, text) => sets.join(rival.ordinal, text.ordinal, { areSame: rival.hash === text.hash }),
  })
}

function isSimilar(a: Compared, b: Compared): boolean {
  return a.hash === b.hash || similarityOf(a.shingles, b.shingles) >= SIMILAR
}

function problemsOf(sets: SimilarSets): Problem[] {
  return sets
    .groups()
    .flatMap((ordinals) =>
      ordinals.map((ordinal) => ({ ordinal, groupKey: String(ordinals[0]), detail: {} })),
    )
}
