import { BandFiles } from '@/lib/corpora/survey/band-files'
import { compareBucket, splitBucket } from '@/lib/corpora/survey/compare-bucket'
import { BANDS, SIMILAR, shinglesOf, similarityOf } from '@/lib/corpora/survey/min-hash'
import { COMPARED } from '@/lib/corpora/survey/sign-texts'
import { pool } from '@/lib/platform/db'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { type FirstPairs, firstPairs } from '@/lib/synthesis/parts/first-pairs'
import { DUPLICATE, KEPT, keysKey, NEAR_DUPLICATE, type RunPart } from '@/lib/synthesis/parts/model'
import { type ReadKeys, readPartKeys } from '@/lib/synthesis/parts/read-part-keys'

/** Texts held at once while they are compared. */
const BATCH = 200

/**
 * What becomes of each record of a run, in its order: kept, the same as one before, or about a text nearly the same as one before.
 * `twins`: of the first ones that are not kept, whose record they are like.
 */
export type RunDuplicates = { verdicts: Uint8Array; twins: ReadonlyMap<number, Twin> }
export type Twin = { corpusId: string; ordinal: number }

export async function findRunDuplicates(
  runId: string,
  of: { parts: readonly RunPart[]; corpusOf(part: RunPart): string; report(share: number): Promise<void> },
): Promise<RunDuplicates> {
  const bands = await BandFiles.open(BANDS)
  const hashes = await BandFiles.open(1)
  try {
    const signed = await signParts(runId, { parts: of.parts, bands, hashes })
    const verdicts = new Uint8Array(signed.records)
    const same = await markSame(verdicts, { hashes, rest: signed.rest })
    await of.report(0.1)
    const near = await findNear(signed, { runId, bands, ...of })
    const placeOf = placesIn(signed, of)
    const twins = new Map(same.first().map(([record, twin]) => [record, placeOf(signed.textOf[twin]!)]))
    const twinOf = new Map(near.pairs.first())
    for (const [record, text] of signed.textOf.entries())
      if (near.texts[text] && verdicts[record] === KEPT) {
        verdicts[record] = NEAR_DUPLICATE
        if (twinOf.has(text)) twins.set(record, placeOf(twinOf.get(text)!))
      }
    return { verdicts, twins }
  } finally {
    await Promise.all([bands.remove(), hashes.remove()])
  }
}

/** Records and texts are numbered through all parts; places of texts are told by their part and ordinal. */
type Signed = {
  records: number
  texts: number
  rest: Uint32Array
  textOf: Uint32Array
  ordinals: Uint32Array
  /** The first text of each part. */
  firsts: number[]
}

async function signParts(
  runId: string,
  of: { parts: readonly RunPart[]; bands: BandFiles; hashes: BandFiles },
): Promise<Signed> {
  const signed: Signed = {
    records: 0,
    texts: 0,
    rest: new Uint32Array(1024),
    textOf: new Uint32Array(1024),
    ordinals: new Uint32Array(1024),
    firsts: [],
  }
  for (const { number } of of.parts) {
    const keys = await readPartKeys(keysKey(runId, number))
    signed.firsts.push(signed.texts)
    signRecords(signed, keys, of.hashes)
    signTexts(signed, keys, of.bands)
    await Promise.all([of.bands.flush(), of.hashes.flush()])
  }
  signed.rest = signed.rest.subarray(0, signed.records)
  signed.textOf = signed.textOf.subarray(0, signed.records)
  return signed
}

function signRecords(signed: Signed, keys: ReadKeys, hashes: BandFiles): void {
  signed.rest = grown(signed.rest, signed.records + keys.records)
  signed.textOf = grown(signed.textOf, signed.records + keys.records)
  const one = new Uint32Array(1)
  for (let at = 0; at < keys.records; at++) {
    const [head, rest] = keys.hashOf(at)
    one[0] = head
    hashes.add(signed.records, one)
    signed.rest[signed.records] = rest
    signed.textOf[signed.records++] = signed.texts + keys.textOf(at)
  }
}

function signTexts(signed: Signed, keys: ReadKeys, bands: BandFiles): void {
  signed.ordinals = grown(signed.ordinals, signed.texts + keys.texts)
  for (let at = 0; at < keys.texts; at++) {
    const own = keys.bandsOf(at)
    if (own) bands.add(signed.texts, own)
    signed.ordinals[signed.texts++] = keys.ordinalOf(at)
  }
}

function grown(numbers: Uint32Array, length: number): Uint32Array {
  if (length <= numbers.length) return numbers
  const wider = new Uint32Array(Math.max(length, numbers.length * 2))
  wider.set(numbers)
  return wider
}

/** Of records that are the very same the first is kept. */
async function markSame(
  verdicts: Uint8Array,
  of: { hashes: BandFiles; rest: Uint32Array },
): Promise<FirstPairs> {
  const pairs = firstPairs()
  for (const bucket of await of.hashes.alike(0)) {
    const seen = new Map<number, number>()
    for (const record of bucket) {
      const twin = seen.get(of.rest[record]!)
      if (twin === undefined) seen.set(of.rest[record]!, record)
      else {
        verdicts[record] = DUPLICATE
        pairs.add(record, twin)
      }
    }
  }
  return pairs
}

/** Texts that are nearly the same as one before, by their place in the run, and of the first of them which that is. */
type Near = { texts: Uint8Array; pairs: FirstPairs }

async function findNear(
  signed: Signed,
  of: {
    runId: string
    parts: readonly RunPart[]
    bands: BandFiles
    corpusOf(part: RunPart): string
    report(share: number): Promise<void>
  },
): Promise<Near> {
  const near = { texts: new Uint8Array(signed.texts), pairs: firstPairs() }
  const read = textReader(signed, of)
  for (let band = 0; band < BANDS; band++) {
    await of.report(0.1 + (0.9 * band) / BANDS)
    let waiting: number[][] = []
    let size = 0
    const compareWaiting = async () => {
      const shingles = await read(waiting.flat())
      for (const bucket of waiting) markNear(bucket, { near, shingles })
      waiting = []
      size = 0
    }
    for (const bucket of await of.bands.alike(band)) {
      const open = bucket.filter((text) => !near.texts[text])
      if (open.length < 2) continue
      for (const part of splitBucket(open, BATCH)) {
        waiting.push(part)
        size += part.length
        if (size >= BATCH) await compareWaiting()
      }
    }
    if (size > 0) await compareWaiting()
  }
  return near
}

function markNear(
  bucket: readonly number[],
  { near, shingles }: { near: Near; shingles: ReadonlyMap<number, Set<number>> },
): void {
  compareBucket(
    bucket.filter((text) => shingles.has(text) && !near.texts[text]),
    {
      areLike: (rival, text) => similarityOf(shingles.get(rival)!, shingles.get(text)!) >= SIMILAR,
      onLike(rival, text) {
        near.texts[text] = 1
        near.pairs.add(text, rival)
      },
    },
  )
}

/** Where a text of the run stands. */
function placesIn({ firsts, ordinals }: Signed, of: Parted): (text: number) => Twin {
  const partOf = (text: number) => of.parts[firsts.findLastIndex((first) => first <= text)]!
  return (text) => ({ corpusId: of.corpusOf(partOf(text)), ordinal: ordinals[text]! })
}

type Parted = { parts: readonly RunPart[]; corpusOf(part: RunPart): string }
const INSTANCE_TEXTS = `SELECT ordinal, left(text, ${COMPARED}) AS text FROM instance WHERE corpus_id = $1 AND ordinal = ANY($2)`
const PAIR_TEXTS = `SELECT p.ordinal, left(v.content->>'question', ${COMPARED}) AS text FROM run_pair p
  JOIN version v ON v.id = p.version_id WHERE p.run_id = $1 AND p.ordinal = ANY($2)`

type ReadShingles = (texts: readonly number[]) => Promise<Map<number, Set<number>>>

function textReader({ firsts, ordinals }: Signed, of: Parted & { runId: string }): ReadShingles {
  const partOf = (text: number) => of.parts[firsts.findLastIndex((first) => first <= text)]!
  return async (texts) => {
    const byCorpus = new Map<string, Map<number, number[]>>()
    for (const text of new Set(texts)) {
      const corpus = of.corpusOf(partOf(text))
      const places = byCorpus.get(corpus) ?? new Map<number, number[]>()
      byCorpus.set(corpus, places)
      const ordinal = ordinals[text]!
      places.set(ordinal, [...(places.get(ordinal) ?? []), text])
    }
    const found = new Map<number, Set<number>>()
    for (const [corpusId, places] of byCorpus) {
      const [query, id] = corpusId === PAIRS_ID ? [PAIR_TEXTS, of.runId] : [INSTANCE_TEXTS, corpusId]
      const { rows } = await pool().query<{ ordinal: number; text: string }>(query, [id, [...places.keys()]])
      for (const { ordinal, text } of rows) {
        const shingles = shinglesOf(text)
        for (const place of places.get(ordinal) ?? []) found.set(place, shingles)
      }
    }
    return found
  }
}
