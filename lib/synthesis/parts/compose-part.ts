import { hash } from 'node:crypto'
import type { HeldOut } from '@/lib/corpora/held-out/read-held-out'
import { files } from '@/lib/platform/files'
import { openTextFile, type TextFile } from '@/lib/platform/text-file'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { fault } from '@/lib/synthesis/gates/fault'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { readPairs } from '@/lib/synthesis/pairs/read-pairs'
import { finishPart } from '@/lib/synthesis/parts/finish-part'
import { gatherKeys, type PartKeys } from '@/lib/synthesis/parts/gather-keys'
import { keysKey, partKey, type RunPart } from '@/lib/synthesis/parts/model'
import type { Prepared } from '@/lib/synthesis/prepare-release'
import type { ComposableInstance, Composed } from '@/lib/synthesis/prepared/model'
import { readInstances } from '@/lib/synthesis/read-instances'
import { refusedInstance } from '@/lib/synthesis/record/refused-record'
import { type RunTally, tallyRun } from '@/lib/synthesis/tally-run'

export type PartWork = { runId: string; prepared: Prepared; heldOut: HeldOut }

/**
 * Composes one part into a file of its own, with the keys by which the run tells duplicates. Its bytes depend on no other part.
 * What is given back makes it durable and done: the disk is slow, and the next part need not wait for it.
 */
export async function composePart(
  part: RunPart,
  work: PartWork & { onBatch(instances: number): Promise<void> },
): Promise<() => Promise<void>> {
  const { runId, prepared } = work
  const file = await openTextFile(partKey(runId, part.number))
  const keys = gatherKeys()
  const tally = tallyRun()
  let instances = 0
  try {
    const corpus = prepared.corpora[part.source]!
    const { firstOrdinal, lastOrdinal } = part
    const stretch = { after: firstOrdinal - 1, last: lastOrdinal }
    const batches =
      corpus.id === PAIRS_ID
        ? readPairs({ runId, releaseId: prepared.release.id }, stretch)
        : readInstances(corpus.id, stretch)
    for await (const batch of batches) {
      for (const instance of batch) await composeInto(file, instance, { ...work, keys, tally })
      instances += batch.length
      await work.onBatch(instances)
    }
  } catch (error) {
    await file.discard()
    throw error
  }
  return async () => {
    await Promise.all([writeKeys(keysKey(runId, part.number), keys.toBytes()), file.commit()])
    const { instructions } = tally
    await finishPart(runId, { number: part.number, instances, instructions, counts: tally.counts() })
  }
}

async function composeInto(
  file: TextFile,
  instance: ComposableInstance,
  { prepared, heldOut, keys, tally }: PartWork & { keys: PartKeys; tally: RunTally },
): Promise<void> {
  const { release, recipe } = prepared
  tally.instance()
  const isHeldOut = heldOut.holds(instance.text)
  const words = isHeldOut ? heldOut.shared(instance.text) : ''
  let isKnown = false
  for (let copy = 0; copy < recipe.copies; copy++) {
    const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy })
    const composed = isHeldOut
      ? refuseHeldOut(instance, { copy, words, prepared })
      : composeInstruction(instance, release, recipe, draw)
    tally.add(composed)
    if (!composed.made) continue
    if (!isKnown) keys.text(instance.ordinal, { text: instance.text, kind: kindOf(instance, prepared) })
    isKnown = true
    keys.record(composed)
    const full = file.writeLine(JSON.stringify(composed.instruction))
    if (full) await full
  }
}

function refuseHeldOut(
  instance: ComposableInstance,
  { copy, words, prepared }: { copy: number; words: string; prepared: Prepared },
): Composed {
  const form = prepared.release.corpora.get(instance.corpusId)!.forms[0]!.form
  const record = refusedInstance(instance, { copy, taskForm: form, fault: fault('held-out', { words }) })
  return { made: false, reason: 'contamination', record }
}

/** What is asked of a text by its instance itself. */
function questionOf({ gold }: ComposableInstance): string {
  const { question } = gold as { question?: unknown }
  return typeof question === 'string' ? question : ''
}

/** Equal texts are no duplicates where another task, another schema or another question is asked of them. */
function kindOf(instance: ComposableInstance, prepared: Prepared): string {
  return `${schemaOf(prepared, instance.corpusId)}/${questionOf(instance).normalize('NFKC').toLowerCase().trim()}`
}

const schemas = new WeakMap<Prepared, Map<string, string>>()

function schemaOf(prepared: Prepared, corpusId: string): string {
  const known = schemas.get(prepared) ?? new Map<string, string>()
  schemas.set(prepared, known)
  const found = known.get(corpusId)
  if (found) return found
  const forms = prepared.release.corpora.get(corpusId)?.forms ?? []
  const asked = forms.map(({ form, labels }) => [form, [...labels].sort()])
  const made = hash('sha256', JSON.stringify(asked), 'hex')
  known.set(corpusId, made)
  return made
}

async function writeKeys(key: string, bytes: Uint8Array): Promise<void> {
  const target = await files().write(key)
  await new Promise<void>((resolve, reject) => {
    target.stream.once('error', reject)
    target.stream.end(bytes, resolve)
  })
  await target.commit()
}
