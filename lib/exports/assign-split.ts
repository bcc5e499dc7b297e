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
  return (one) => {
    const { provenance } = one
    if (provenance.instanceId === instanceId) return split
    instanceId = provenance.instanceId
    split = splitOf(provenance.dupGroup ?? hash('sha256', textOf(one), 'hex'), shares)
    return split
  }
}

/** What a record is about: its text, and of a conversation all that its user says. */
export function textOf({ instruction, input, turns }: ExportedInstruction): string {
  const said = (turns ?? []).filter(({ from }) => from === 'user').map(({ text }) => text)
  return input.trim() || (said.length ? said.join('\n') : instruction).trim()
}

/** The split of a group of duplicates, or of whatever else must stay together. */
export function splitOf(group: string, { validation, test, seed }: SplitShares): SplitName {
  const place = Number.parseInt(hash('sha256', `${seed}/${group}`, 'hex').slice(0, 12), 16) / STEPS
  return place < test ? 'test' : place < test + validation ? 'validation' : 'train'
}
