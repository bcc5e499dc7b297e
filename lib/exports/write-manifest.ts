import type { ExportFile, ExportFormat } from '@/lib/exports/model'
import { releaseGuidelines } from '@/lib/library/queries'
import { db } from '@/lib/platform/db'
import { recipeSchema } from '@/lib/synthesis/model'
import { runCountsSchema } from '@/lib/synthesis/schema'
import packageJson from '@/package.json'

type ExportedRun = {
  releaseId: string
  recipe: unknown
  recipeHash: string
  counts: unknown
  sha256: string | null
}

/**
 * What an export is made of, for whoever receives the folder. It names no time, person or run, so exports of equal runs are
 * equal to the byte.
 */
export async function writeManifest(
  run: ExportedRun,
  of: { format: ExportFormat; files: ExportFile[]; uses: ReadonlyMap<string, number> },
): Promise<string> {
  const recipe = recipeSchema.parse(run.recipe)
  const release = await db.release.findUniqueOrThrow({ where: { id: run.releaseId } })
  const { byCorpus, ...counts } = runCountsSchema.parse(run.counts)
  const manifest = {
    tool: { name: packageJson.name, version: packageJson.version },
    format: of.format,
    instructions: { count: counts.basic + counts.compound, sha256: run.sha256, ...counts },
    recipe: { hash: run.recipeHash, ...withoutName(recipe) },
    release: { id: release.id, number: release.number, contentHash: release.contentHash },
    versions: await describeVersions(run.releaseId, of.uses),
    corpora: await describeCorpora(
      recipe.corpora.map(({ id }) => id),
      byCorpus,
    ),
    files: of.files.map(({ key: _key, ...file }) => file),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

const withoutName = <Recipe extends { name: string }>({ name: _name, ...recipe }: Recipe) => recipe

/** The versions whose text is in the records, in the release's order. */
async function describeVersions(releaseId: string, uses: ReadonlyMap<string, number>) {
  return (await releaseGuidelines(releaseId))
    .filter(({ versionId }) => uses.has(versionId))
    .map(({ versionId, contentHash, label, corpusId, decisionId, decidedBy }) => ({
      versionId,
      contentHash,
      kind: 'guideline',
      label,
      corpusId,
      decisionId,
      decidedBy,
      instructions: uses.get(versionId),
    }))
}

async function describeCorpora(ids: string[], byCorpus: Record<string, number>) {
  const found = await db.corpus.findMany({ where: { id: { in: ids } } })
  const byId = new Map(found.map((corpus) => [corpus.id, corpus]))
  return ids.flatMap((id) => {
    const corpus = byId.get(id)
    if (!corpus) return []
    const { name, taskForm, language, licence, source, split, fileName, fileSha256, instanceCount } = corpus
    const told = { id, name, taskForm, language, licence, source, split, fileName, fileSha256 }
    return [{ ...told, instances: instanceCount, instructions: byCorpus[id] ?? 0 }]
  })
}
