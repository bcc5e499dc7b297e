import { type SomeContent, titleOf } from '@/lib/artifacts/model'
import { type PlannedFile, type PlanState, planImport, planStates } from '@/lib/library/folder/plan-import'
import { readFolder } from '@/lib/library/folder/read-folder'
import type { FolderInput, LibraryPlan, PlannedFileView } from '@/lib/library/folder/schema'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

const MOST_SHOWN = 500
const SHOWN_FIRST: readonly PlanState[] = ['faulty', 'changed', 'waits', 'new', 'same']

/** What importing an uploaded folder would do. */
export async function previewLibrary(
  actor: ProjectActor,
  { uploadId, corpora }: FolderInput,
): Promise<LibraryPlan> {
  requireRole(actor, 'lead')
  const planned = await planImport(actor.project.id, await readFolder(actor.project.id, uploadId), corpora)
  const counts = Object.fromEntries(
    planStates.map((state) => [state, planned.filter((file) => file.state === state).length]),
  ) as LibraryPlan['counts']
  const unknown = planned.filter(({ faults }) => faults.some(({ code }) => code === 'corpus-unknown'))
  return {
    counts,
    unknownCorpora: [...new Set(unknown.flatMap(({ file }) => file?.corpus?.name ?? []))].toSorted(),
    files: planned
      .toSorted((a, b) => SHOWN_FIRST.indexOf(a.state) - SHOWN_FIRST.indexOf(b.state))
      .slice(0, MOST_SHOWN)
      .map(viewOf),
  }
}

function viewOf({
  path,
  state,
  faults,
  kind,
  file,
  content,
  dropped = 0,
  before,
}: PlannedFile): PlannedFileView {
  return {
    ...{ path, state, dropped, faults, kind: kind ?? null },
    title: kind && content ? titleOf({ kind, content } as SomeContent).title : null,
    corpus: file?.corpus?.name ?? null,
    change: state === 'changed' && before ? { before: before.content, after: content } : null,
  }
}
