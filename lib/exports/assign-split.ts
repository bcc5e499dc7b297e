import { hash } from 'node:crypto'
import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { SplitName, SplitShares } from '@/lib/exports/model'

const STEPS = 2 ** 48

/**
 * Which split a record belongs to: a function of the seed and of what its instance shares with its duplicates, so that it does
 * not depend on the order or the number of records. The records of an instance follow each other in a run.
 */
export function assignSplit(shares: SplitShares): (instruction: ExportedInstruction) => SplitName {
  if (shares.validation + shares.test === 0) return () => 'train'
  let instanceId: string | undefined
  let split: SplitName = 'train'
  return ({ instruction, input, provenance }) => {
    if (provenance.instanceId === instanceId) return split
    instanceId = provenance.instanceId
    split = splitOf(provenance.dupGroup ?? hash('sha256', input.trim() || instruction.trim(), 'hex'), shares)
    return split
  }
}

/** The split of a group of duplicates, or of whatever else must stay together. */
export function splitOf(group: string, { validation, test, seed }: SplitShares): SplitName {
  const place = Number.parseInt(hash('sha256', `${seed}/${group}`, 'hex').slice(0, 12), 16) / STEPS
  return place < test ? 'test' : place < test + validation ? 'validation' : 'train'
}
