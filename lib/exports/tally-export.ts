import { type DraftPair, type ExportedInstruction, strategiesOf } from '@/lib/exports/formats/model'
import type { MixRow, SplitName } from '@/lib/exports/model'

type Version = ExportedInstruction['provenance']['versions'][number]
export type VersionUse = Version & { instructions: number }

/** What stands in the files of an export, counted while they are written. */
export type ExportTally = {
  records: number
  bySplit: Map<SplitName, number>
  byCorpus: Map<string, number>
  versions: Map<string, VersionUse>
  add(instruction: ExportedInstruction, split: SplitName): void
  addPair(pair: DraftPair, split: SplitName): void
  mix(): MixRow[]
}

export function tallyExport(): ExportTally {
  const kinds = new Map<string, MixRow>()
  const bySplit = new Map<SplitName, number>()
  const byCorpus = new Map<string, number>()
  const versions = new Map<string, VersionUse>()
  const count = (taskForm: string, strategies: string[], carrier: string) => {
    const key = `${taskForm}/${strategies.join('+')}/${carrier}`
    const row = kinds.get(key)
    if (row) row.count++
    else kinds.set(key, { taskForm, strategies, carrier, count: 1 })
  }
  return {
    get records() {
      return [...bySplit.values()].reduce((sum, one) => sum + one, 0)
    },
    bySplit,
    byCorpus,
    versions,
    add({ provenance }, split) {
      const { taskForm, carrier, corpusId } = provenance
      count(taskForm, strategiesOf(provenance), carrier)
      bySplit.set(split, (bySplit.get(split) ?? 0) + 1)
      byCorpus.set(corpusId, (byCorpus.get(corpusId) ?? 0) + 1)
      for (const version of provenance.versions) {
        const use = versions.get(version.versionId)
        if (use) use.instructions++
        else versions.set(version.versionId, { ...version, instructions: 1 })
      }
    },
    addPair({ kind }, split) {
      count('general', [`${kind}-drafts`], 'json')
      bySplit.set(split, (bySplit.get(split) ?? 0) + 1)
    },
    mix: () => [...kinds.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  }
}
