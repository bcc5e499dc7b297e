import { BandFiles } from '@/lib/corpora/survey/band-files'
import { BANDS, bandsOf, SIMILAR, shinglesOf, similarityOf } from '@/lib/corpora/survey/min-hash'
import { COMPARED } from '@/lib/corpora/survey/sign-texts'
import { SimilarSets } from '@/lib/corpora/survey/similar-sets'
import { textOf } from '@/lib/exports/assign-split'
import type { ExportedInstruction } from '@/lib/exports/formats/model'
import { files } from '@/lib/platform/files'
import { sha256 } from '@/lib/platform/hash'
import { readLines } from '@/lib/platform/read-lines'

/** Texts held at once while they are compared, and how many of those before a text is compared with. */
const HELD = 200
const MOST_RIVALS = 4

/** Where the first record of each instance stands in the run's file, by the place of the instance among all, from 1 on. */
type Places = { from: number; to: number }[]
type Compared = { number: number; text: string; shingles: Set<number> }

/**
 * Finds which instances of a run have texts that are nearly the same, whatever is asked of them, and gives each its group: the sum
 * of the first of these texts. None where a text has no like but itself. To be asked record by record, in the order of the file.
 */
export async function findDuplicateGroups(
  fileKey: string,
  report: (share: number) => Promise<void>,
): Promise<(instruction: ExportedInstruction) => string | undefined> {
  const bands = await BandFiles.open(BANDS)
  try {
    const places = await signTexts(fileKey, bands)
    const sets = new SimilarSets(places.length)
    for (let band = 0; band < BANDS; band++) {
      await report(band / BANDS)
      for (const bucket of await bands.alike(band)) {
        const open = sets.oneOfEach(bucket)
        const rivals = open.slice(0, MOST_RIVALS)
        for (let at = 0; open.length > 1 && at < open.length; at += HELD) {
          const numbers = [...new Set([...rivals, ...open.slice(at, at + HELD)])]
          join(await Promise.all(numbers.map((number) => readText(fileKey, places, number))), sets)
        }
      }
    }
    return follow(await nameGroups(fileKey, places, sets.groups()))
  } finally {
    await bands.remove()
  }
}

async function signTexts(fileKey: string, bands: BandFiles): Promise<Places> {
  const places: Places = []
  const own = new Uint32Array(BANDS)
  let [from, instanceId]: [number, string | undefined] = [0, undefined]
  for await (const lines of readLines(fileKey)) {
    for (const line of lines) {
      const to = from + line.length
      const instruction = JSON.parse(line.toString('utf8')) as ExportedInstruction
      if (instruction.provenance.instanceId !== instanceId) {
        instanceId = instruction.provenance.instanceId
        places.push({ from, to })
        const shingles = shinglesOf(textOf(instruction).slice(0, COMPARED))
        if (shingles.size) {
          bandsOf(shingles, own)
          bands.add(places.length, own)
        }
      }
      from = to + 1
    }
    await bands.flush()
  }
  return places
}

async function readText(fileKey: string, places: Places, number: number): Promise<Compared> {
  const { from, to } = places[number - 1]!
  const chunks: Buffer[] = []
  for await (const chunk of files().read(fileKey, { start: from, end: to - 1 })) chunks.push(chunk as Buffer)
  const text = textOf(JSON.parse(Buffer.concat(chunks).toString('utf8')) as ExportedInstruction)
  return { number, text, shingles: shinglesOf(text.slice(0, COMPARED)) }
}

function join(texts: readonly Compared[], sets: SimilarSets): void {
  const rivals: Compared[] = []
  for (const one of texts) {
    const like = rivals.find(
      (rival) => rival.text === one.text || similarityOf(rival.shingles, one.shingles) >= SIMILAR,
    )
    if (like) sets.join(like.number, one.number, { areSame: like.text === one.text })
    else if (rivals.length < MOST_RIVALS) rivals.push(one)
  }
}

async function nameGroups(
  fileKey: string,
  places: Places,
  groups: readonly number[][],
): Promise<Map<number, string>> {
  const named = new Map<number, string>()
  for (const numbers of groups) {
    const { text } = await readText(fileKey, places, numbers[0]!)
    for (const number of numbers) named.set(number, sha256(text))
  }
  return named
}

function follow(
  groups: ReadonlyMap<number, string>,
): (instruction: ExportedInstruction) => string | undefined {
  let [number, instanceId]: [number, string | undefined] = [0, undefined]
  return ({ provenance }) => {
    if (provenance.instanceId !== instanceId) number++
    instanceId = provenance.instanceId
    return groups.get(number)
  }
}
