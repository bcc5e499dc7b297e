import type { ArtifactKind } from '@/lib/artifacts/model'
import type { db, Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { WarmUpState } from '@/lib/reviews/gold/model'
import { warmUpFigures } from '@/lib/reviews/gold/queries'

type Row = { state: WarmUpState; round: number; asked: number; bar: number; answered: number; right: number }

/** How far somebody's warm-up in a kind is, in the round that counts. */
export async function readWarmUp(
  within: Tx | typeof db,
  actor: ProjectActor,
  kind: ArtifactKind,
): Promise<Row | undefined> {
  const [row] = await within.$queryRaw<Row[]>`
    SELECT g.state, g.round, g.asked, g.bar, ${warmUpFigures} FROM warm_up g
    WHERE g.project_id = ${actor.project.id}::uuid AND g.kind = ${kind} AND g.reviewer_id = ${actor.id}`
  return row
}
