import { findLicenceConflicts } from '@/lib/corpora/licences/model'
import { describeAudit } from '@/lib/exports/describe-audit'
import { describeReview } from '@/lib/exports/describe-review'
import { describeVersions, type ExportedCorpus } from '@/lib/exports/describe-sources'
import {
  type ExportFile,
  type ExportFormat,
  type ExportOptions,
  type Manifest,
  manifestSchema,
} from '@/lib/exports/model'
import type { ExportTally } from '@/lib/exports/tally-export'
import { db } from '@/lib/platform/db'
import { recipeSchema } from '@/lib/synthesis/model'
import { runCountsSchema } from '@/lib/synthesis/schema'
import packageJson from '@/package.json'

type ExportedRun = {
  id: string
  releaseId: string
  recipe: unknown
  recipeHash: string
  counts: unknown
  instructionCount: number
  sha256: string | null
  releasedHow: string | null
}

type Written = {
  format: ExportFormat
  options: ExportOptions
  corpora: readonly ExportedCorpus[]
  files: ExportFile[]
  tally: ExportTally
}

/**
 * What an export is made of, for whoever receives the folder. It names no time, person, run or place, so exports of equal runs
 * that were released on equal grounds are equal to the byte.
 */
export async function writeManifest(run: ExportedRun, written: Written): Promise<Manifest> {
  const { format, options, corpora, tally } = written
  const release = await db.release.findUniqueOrThrow({ where: { id: run.releaseId } })
  const { byCorpus: _byCorpus, ...counts } = runCountsSchema.parse(run.counts)
  const { name: _name, ...recipe } = recipeSchema.parse(run.recipe)
  const { licence, licenceReason, layout, gzip, splits } = options
  const conflicts = findLicenceConflicts(
    corpora.map((corpus) => corpus.licence),
    licence,
  )
  return manifestSchema.parse({
    tool: { name: packageJson.name, version: packageJson.version },
    format,
    layout,
    gzip,
    records: tally.records,
    splits: { ...splits, records: Object.fromEntries(tally.bySplit) },
    mix: tally.mix(),
    instructions: { count: run.instructionCount, sha256: run.sha256, ...counts },
    recipe: { hash: run.recipeHash, ...recipe },
    release: { id: release.id, number: release.number, contentHash: release.contentHash },
    versions: await describeVersions(tally.versions),
    corpora: corpora.map((corpus) => ({ ...corpus, records: tally.byCorpus.get(corpus.id) ?? 0 })),
    licence: { declared: licence, conflicts, confirmedBecause: conflicts.length ? licenceReason : null },
    review: await describeReview(run.releaseId, tally.versions),
    audit: await describeAudit(run),
    files: written.files.map(({ key: _key, ...file }) => file),
  })
}
