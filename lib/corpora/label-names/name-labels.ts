import {
  findNameClashes,
  isSameName,
  type LabelNames,
  labelNamesSchema,
  type NameChange,
  nameOf,
} from '@/lib/corpora/label-names/model'
import { listLabelNames } from '@/lib/corpora/label-names/queries'
import type { NamedLabel } from '@/lib/corpora/label-names/schema'
import { labelCountSchema } from '@/lib/corpora/model'
import { findCorpus } from '@/lib/corpora/queries'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** As many changes as the log tells one by one. */
const LOGGED = 100

/** Says how people read labels. All changes are made, or none; labels that are not among them keep their names. */
export async function nameLabels(
  actor: ProjectActor,
  input: { corpus: string; changes: NameChange[] },
): Promise<{ items: NamedLabel[] }> {
  requireRole(actor, 'lead')
  const { corpus, changes } = input
  const { id, name } = await findCorpus(actor, corpus)
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM corpus WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.corpus.findUniqueOrThrow({ where: { id } })
    const labels = labelCountSchema
      .array()
      .parse(row.labels)
      .map(({ label }) => label)
    const names = changeNames(labels, labelNamesSchema.parse(row.labelNames), changes)
    await tx.corpus.update({ where: { id }, data: { labelNames: names } })
    await audit(tx, actor, {
      action: 'corpus.labels-named',
      subjectKind: 'corpus',
      subjectId: id,
      projectId: actor.project.id,
      data: {
        ...{ name, count: changes.length },
        names: changes.slice(0, LOGGED).map(({ label, name }) => ({ label, ...name })),
      },
    })
  })
  return listLabelNames(actor, { corpus })
}

function changeNames(
  labels: readonly string[],
  known: LabelNames,
  changes: readonly NameChange[],
): LabelNames {
  const isLabel = new Set(labels)
  for (const { label, was } of changes) {
    if (!isLabel.has(label)) throw labelUnknown(label)
    if (was && !isSameName(was, nameOf(label, known))) throw namedMeanwhile(label)
  }
  const changed = new Map(changes.map(({ label, name }) => [label, name]))
  const all = { ...known, ...Object.fromEntries(changed) }
  const names = Object.fromEntries(Object.entries(all).filter(([, name]) => !isSameName(name, {})))
  refuseClash(names, { labels, changed })
  return names
}

/** Only what is changed now is answered for: labels that a fix brought back may clash already. */
function refuseClash(
  names: LabelNames,
  { labels, changed }: { labels: readonly string[]; changed: ReadonlyMap<string, unknown> },
): void {
  for (const clash of findNameClashes(labels, names)) {
    const label = clash.labels.find((one) => changed.has(one))
    const other = clash.labels.find((one) => one !== label)
    if (label !== undefined && other !== undefined) throw nameTaken({ name: clash.name, label, other })
  }
}

function labelUnknown(label: string): AppError {
  return new AppError('invalid', `This corpus has no label “${label}”.`, {
    reason: 'label-unknown',
    params: { label },
  })
}

function namedMeanwhile(label: string): AppError {
  return new AppError(
    'conflict',
    `Somebody else named “${label}” meanwhile. Nothing was saved; look at its names and save again.`,
    { reason: 'label-named-meanwhile', params: { label } },
  )
}

function nameTaken(params: { name: string; label: string; other: string }): AppError {
  const { name, label, other } = params
  return new AppError(
    'conflict',
    `“${label}” and “${other}” would both be read as “${name}”. Nothing was saved; give one of them another name.`,
    { reason: 'label-name-taken', params },
  )
}
