import { readLines } from '@/lib/platform/read-lines'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { type Instruction, instructionSchema } from '@/lib/synthesis/model'

type Sample = { n: number; of: number; seed: number }

/** The records of a random sample without replacement, in file order, by reading the file of a run once. */
export async function* sampleRecords(
  key: string,
  sample: Sample & { onRead?: (lines: number) => Promise<void> },
): AsyncGenerator<{ position: number; record: Instruction }> {
  const chosen = choosePositions(sample)
  const last = Math.max(...chosen)
  let at = 0
  for await (const lines of readLines(key)) {
    for (const [index, line] of lines.entries())
      if (chosen.has(at + index))
        yield { position: at + index, record: instructionSchema.parse(JSON.parse(line.toString('utf8'))) }
    at += lines.length
    if (at > last) return
    await sample.onRead?.(at)
  }
}

/** Any `n` of the numbers below `of` with equal chance, whatever their size (Floyd's algorithm). */
export function choosePositions({ n, of, seed }: Sample): Set<number> {
  const draw = makeDraw({ seed, instanceId: 'audit', copy: 0 })
  const chosen = new Set<number>()
  for (let top = Math.max(0, of - n); top < of; top++) {
    const drawn = Math.floor(draw.fraction() * (top + 1))
    chosen.add(chosen.has(drawn) ? top : drawn)
  }
  return chosen
}
