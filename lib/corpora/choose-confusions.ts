import { mineConfusions } from '@/lib/corpora/mine-confusions'
import { confusionEditsSchema, labelCountSchema } from '@/lib/corpora/model'
import { findCorpus, listConfusions } from '@/lib/corpora/queries'
import type { ConfusionView } from '@/lib/corpora/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Says which labels are taken for a label. Kept is the difference to what is mined, so that the rest goes on following the gold. */
export async function chooseConfusions(
  actor: ProjectActor,
  input: { corpus: string; label: string; others: string[] },
): Promise<ConfusionView> {
  requireRole(actor, 'lead')
  const corpus = await findCorpus(actor, input.corpus)
  const others = [...new Set(input.others)]
  requireLabels(corpus.labels, [input.label, ...others])
  const mined = ((await mineConfusions(corpus)).get(input.label) ?? []).map(({ label }) => label)
  const own = {
    added: others.filter((label) => !mined.includes(label)),
    removed: mined.filter((label) => !others.includes(label)),
  }
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM corpus WHERE id = ${corpus.id}::uuid FOR UPDATE`
    const { confusionEdits } = await tx.corpus.findUniqueOrThrow({ where: { id: corpus.id } })
    const edits = { ...confusionEditsSchema.parse(confusionEdits), [input.label]: own }
    await tx.corpus.update({ where: { id: corpus.id }, data: { confusionEdits: edits } })
    await audit(tx, actor, {
      action: 'corpus.confusions-chosen',
      subjectKind: 'corpus',
      subjectId: corpus.id,
      projectId: actor.project.id,
      data: { name: corpus.name, label: input.label, others },
    })
  })
  const { items } = await listConfusions(actor, input)
  return items.find(({ label }) => label === input.label)!
}

function requireLabels(labels: unknown, asked: readonly string[]): void {
  const known = new Set(
    labelCountSchema
      .array()
      .parse(labels)
      .map(({ label }) => label),
  )
  const unknown = asked.find((label) => !known.has(label))
  if (unknown === undefined) return
  throw new AppError('invalid', `This corpus has no label “${unknown}”.`, {
    reason: 'label-unknown',
    params: { label: unknown },
  })
}
