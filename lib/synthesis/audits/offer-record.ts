import type { RecordContent } from '@/lib/artifacts/kinds/record/content'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { audit } from '@/lib/platform/audit'
import { db, sql } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import type { Instruction } from '@/lib/synthesis/model'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'

type Drawn = { position: number; record: Instruction }
type Audited = { id: string; n: number; seed: number; run: AuditedRun }
type AuditedRun = { id: string; number: number; projectId: string; instructionCount: number }

const author = { kind: 'miner', id: 'composer/1' } as const

/** Puts one record of a sample in the queue, unless the sample was closed meanwhile. */
export async function offerRecord(actor: Actor, of: Audited, { position, record }: Drawn): Promise<boolean> {
  const { run } = of
  return db.$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>(
      sql`SELECT 1 FROM run_audit WHERE id = ${of.id}::uuid AND state = 'open' FOR SHARE`,
    )
    if (open.length === 0) return false
    const { taskForm } = record.provenance
    const corpusId = record.provenance.corpusId === PAIRS_ID ? null : record.provenance.corpusId
    const identity = {
      projectId: run.projectId,
      kind: 'record',
      corpusId,
      key: `${run.number}/${record.id}`,
    }
    await tx.artifact.createMany({ data: { ...identity, taskForm }, skipDuplicates: true })
    const artifact = await tx.artifact.findFirstOrThrow({ where: identity })
    const evidence = { n: of.n, of: run.instructionCount, seed: of.seed, position }
    const version = await proposeVersion(tx, author, { artifact, content: contentOf(run, record), evidence })
    await tx.runAuditRecord.create({ data: { auditId: of.id, position, versionId: version.id } })
    await audit(tx, actor, {
      action: 'record.drafted',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: run.projectId,
      data: { key: identity.key, run: run.number, position },
    })
    return true
  })
}

function contentOf(run: AuditedRun, record: Instruction): RecordContent {
  const { taskForm, strategies, carrier, language, corpusId, ordinal, copy, labels, versions, rule } =
    record.provenance
  return {
    runId: run.id,
    run: run.number,
    recordId: record.id,
    instruction: record.instruction,
    input: record.input,
    output: record.output,
    ...(record.turns && { turns: record.turns }),
    provenance: {
      ...{ taskForm, carrier, language, corpusId, ordinal, copy, labels },
      strategies: strategies ?? [],
      versions: [...new Set(versions.map(({ versionId }) => versionId))],
      ruleChanged: rule?.changed ?? false,
    },
  }
}
