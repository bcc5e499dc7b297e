import { classifyLicence } from '@/lib/corpora/licences/model'
import type { Manifest } from '@/lib/exports/model'
import type { VersionUse } from '@/lib/exports/tally-export'
import { db } from '@/lib/platform/db'
import type { Recipe } from '@/lib/synthesis/model'
import { PAIRS_ID, PAIRS_NAME } from '@/lib/synthesis/pairs/model'

export type ExportedCorpus = Awaited<ReturnType<typeof describeSources>>[number]

/** The corpora behind an export, in the recipe's order, each with its licence, and the questions and answers of its release behind them. */
export async function describeSources({ corpora, pairs }: Recipe, run: { releaseId: string }) {
  const ids = corpora.map(({ id }) => id)
  const found = await db.corpus.findMany({ where: { id: { in: ids } } })
  const byId = new Map(found.map((corpus) => [corpus.id, corpus]))
  const described = ids.flatMap((id) => {
    const corpus = byId.get(id)
    if (!corpus) return []
    const { name, taskForm, language, licence, source, split, fileName, fileSha256, instanceCount } = corpus
    const licenceKind = classifyLicence(licence)
    const told = { id, name, taskForm, language, licence, licenceKind, source, split, fileName, fileSha256 }
    return [{ ...told, instances: instanceCount }]
  })
  return pairs ? [...described, await describePairs(run.releaseId)] : described
}

/** Questions and answers as one more source: written under this project's own eyes, so that no licence of others is on them. */
async function describePairs(releaseId: string) {
  const [counted] = await db.$queryRaw<{ instances: number; languages: string[] }[]>`
    SELECT count(*)::int AS instances, coalesce(array_agg(DISTINCT v.content->>'language'), '{}') AS languages
    FROM release_item i JOIN version v ON v.id = i.version_id JOIN artifact a ON a.id = v.artifact_id AND a.kind = 'pair'
    WHERE i.release_id = ${releaseId}::uuid`
  const { instances, languages } = counted!
  return {
    ...{ id: PAIRS_ID, name: PAIRS_NAME, taskForm: 'general', language: languages.sort().join('+') || 'en' },
    ...{
      licence: '',
      licenceKind: classifyLicence(''),
      source: 'gloss',
      split: '',
      fileName: '',
      fileSha256: '',
    },
    instances,
  }
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
