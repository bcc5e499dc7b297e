import { files } from '@/lib/platform/files'
import { type HashedFile, openHashedFile, type WrittenFile } from '@/lib/platform/hashed-file'
import { fault } from '@/lib/synthesis/gates/fault'
import type { Instruction, RefusedRecord } from '@/lib/synthesis/model'
import type { Twin } from '@/lib/synthesis/parts/find-run-duplicates'
import { DUPLICATE, KEPT, keysKey, NEAR_DUPLICATE, partKey, type RunPart } from '@/lib/synthesis/parts/model'
import { type ReadKeys, readPartKeys } from '@/lib/synthesis/parts/read-part-keys'
import { refusedTwin } from '@/lib/synthesis/record/refused-record'
import { MOST_REFUSED, type RunTally, tallyRun } from '@/lib/synthesis/tally-run'

/** What was taken out of the parts: counted like what stayed, so that one can be had from the other. */
export type JoinedParts = {
  file: WrittenFile
  taken: RunTally
  duplicates: number
  nearDuplicates: number
  refusals: TakenRecords
}
/** The first records that were taken out, for people to look at. */
type TakenRecords = { duplicate: RefusedRecord[]; 'near-duplicate': RefusedRecord[] }

/** Puts the files of all parts one after the other, in order, without the records that are not kept. */
export async function joinParts(
  runId: string,
  of: {
    key: string
    parts: readonly (RunPart & { instructions: number })[]
    verdicts: Uint8Array
    twins: ReadonlyMap<number, Twin>
    report(share: number): Promise<void>
  },
): Promise<JoinedParts> {
  const { parts, verdicts } = of
  const file = await openHashedFile(of.key)
  const taken = tallyRun()
  const refusals: TakenRecords = { duplicate: [], 'near-duplicate': [] }
  let record = 0
  try {
    for (const [at, { number, instructions }] of parts.entries()) {
      await of.report(at / parts.length)
      const own = verdicts.subarray(record, record + instructions)
      const first = record
      record += instructions
      const isWhole = own.every((verdict) => verdict === KEPT)
      if (isWhole) for await (const chunk of bytesOf(partKey(runId, number))) await file.append(chunk)
      else {
        const keys = await readPartKeys(keysKey(runId, number))
        const twinOf = (at: number) => of.twins.get(first + at)
        await appendKept(file, { key: partKey(runId, number), keys, verdicts: own, taken, refusals, twinOf })
      }
    }
    const count = (kind: number) => verdicts.reduce((sum, verdict) => sum + (verdict === kind ? 1 : 0), 0)
    const written = await file.commit()
    return {
      file: written,
      taken,
      duplicates: count(DUPLICATE),
      nearDuplicates: count(NEAR_DUPLICATE),
      refusals,
    }
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** Each chunk costs a turn of the loop, so they are large. */
const bytesOf = (key: string) => files().read(key, { chunk: 1 << 20 }) as AsyncIterable<Buffer>

const NEWLINE = 10

type Joining = {
  key: string
  keys: ReadKeys
  verdicts: Uint8Array
  taken: RunTally
  refusals: TakenRecords
  twinOf(at: number): Twin | undefined
}

/** Copies what stands between the records that go, without looking at it but for the ends of lines. */
async function appendKept(file: HashedFile, of: Joining): Promise<void> {
  let at = 0
  let going: Buffer[] = []
  for await (const chunk of bytesOf(of.key)) {
    let kept = 0
    for (let begin = 0; begin < chunk.length; ) {
      const newline = chunk.indexOf(NEWLINE, begin)
      const end = newline === -1 ? chunk.length : newline + 1
      if (of.verdicts[at] !== KEPT) {
        if (kept < begin) await file.append(chunk.subarray(kept, begin))
        going.push(chunk.subarray(begin, end))
        kept = end
      }
      if (newline !== -1) {
        if (going.length) takeOut(Buffer.concat(going), at, of)
        going = []
        at++
      }
      begin = end
    }
    if (kept < chunk.length) await file.append(chunk.subarray(kept))
  }
}

function takeOut(line: Buffer, at: number, of: Joining): void {
  const instruction = JSON.parse(line.toString('utf8')) as Instruction
  of.taken.add({ made: true, instruction, ...of.keys.saidOf(at) })
  const isSame = of.verdicts[at] === DUPLICATE
  const shown = of.refusals[isSame ? 'duplicate' : 'near-duplicate']
  if (shown.length >= MOST_REFUSED) return
  shown.push(refusedTwin(instruction, { fault: fault(isSame ? 'same' : 'nearly-same'), twin: of.twinOf(at) }))
}
