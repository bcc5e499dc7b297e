import { classifyLicence } from '@/lib/corpora/licences/model'
import type { Manifest } from '@/lib/exports/model'
import type { VersionUse } from '@/lib/exports/tally-export'
import { db } from '@/lib/platform/db'

export type ExportedCorpus = Awaited<ReturnType<typeof describeSources>>[number]

/** The corpora behind an export, in the recipe's order, each with its licence. */
export async function describeSources(chosen: readonly (string | { id: string })[]) {
  const ids = chosen.map((one) => (typeof one === 'string' ? one : one.id))
  const found = await db.corpus.findMany({ where: { id: { in: ids } } })
  const byId = new Map(found.map((corpus) => [corpus.id, corpus]))
  return ids.flatMap((id) => {
    const corpus = byId.get(id)
    if (!corpus) return []
    const { name, taskForm, language, licence, source, split, fileName, fileSha256, instanceCount } = corpus
    const licenceKind = classifyLicence(licence)
    const told = { id, name, taskForm, language, licence, licenceKind, source, split, fileName, fileSha256 }
    return [{ ...told, instances: instanceCount }]
  })
}

/** The versions whose text is in the records, by what they are of. */
export async function describeVersions(uses: ReadonlyMap<string, VersionUse>): Promise<Manifest['versions']> {
  const found = await db.version.findMany({
    where: { id: { in: [...uses.keys()] } },
    include: { artifact: { select: { kind: true, key: true, corpusId: true } } },
  })
  return found
    .map(({ id, artifact: { kind, key, corpusId } }) => {
      const { versionId, contentHash, decisionId, decidedBy, instructions } = uses.get(id)!
      return { versionId, contentHash, kind, label: key, corpusId, decisionId, decidedBy, instructions }
    })
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

const placeOf = ({ kind, corpusId, label, versionId }: Manifest['versions'][number]) =>
  JSON.stringify([kind, corpusId ?? '', label, versionId])
