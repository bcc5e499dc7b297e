import type { NewInstance, ReadInstances } from '@/lib/corpora/model'
import { findLabelVariants } from '@/lib/corpora/problems/find-label-variants'
import { findUpload } from '@/lib/corpora/queries'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { type Asked, recogniseFile } from '@/lib/corpora/recognise-file'
import type { Preview } from '@/lib/corpora/schema'
import { showInstance } from '@/lib/corpora/show-instance'
import { suggestImport } from '@/lib/corpora/suggest-import'
import { labelCounts, newTally, tallyReading } from '@/lib/corpora/tally-reading'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import type { TaskForm } from '@/lib/tasks/model'

const SHOWN_INSTANCES = 20
const SHOWN_ISSUES = 100
/** A longer text is counted, but none that a preview shows. */
const SHOWN_LENGTH = 20_000
const READ_INSTANCES = 20_000
const READ_BYTES = 32_000_000

/** What an import would find, from the beginning of the file. Writes nothing. */
export async function previewImport(
  actor: ProjectActor,
  input: Asked & { upload: string },
): Promise<Preview> {
  requireRole(actor, 'lead')
  const upload = await findUpload(actor, input.upload)
  const reading = await recogniseFile(upload, input)
  const tally = newTally()
  const shown: Pick<Preview, 'instances' | 'issues'> = { instances: [], issues: [] }
  let complete = true
  for await (const one of readCorpusFile(upload.fileKey, reading)) {
    if (tally.instanceCount >= READ_INSTANCES || one.byteEnd > READ_BYTES) {
      complete = false
      break
    }
    tallyReading(tally, one)
    show(shown, one, { taskForm: reading.taskForm, lastOrdinal: tally.instanceCount })
  }
  const { instanceCount, refusedCount } = tally
  const texts = shown.instances.map(({ text }) => text)
  const suggested = suggestImport(upload.fileName, texts)
  const { format, formats, taskForm, taskForms, entries, packing, options } = reading
  const { entry = null, encoding, isGuess: encodingIsGuess = false } = packing
  const labels = labelCounts(tally)
  const variants = findLabelVariants(labels).map((group) => [...group])
  const counts = { instanceCount, refusedCount, labels, variants }
  return {
    ...{ format, formats, taskForm, taskForms, entries, entry, encoding, encodingIsGuess, options },
    ...{ complete, ...shown, ...counts, suggested },
  }
}

function show(
  shown: Pick<Preview, 'instances' | 'issues'>,
  { line, instances, issues }: ReadInstances,
  { taskForm, lastOrdinal }: { taskForm: TaskForm; lastOrdinal: number },
): void {
  for (const issue of issues) if (shown.issues.length < SHOWN_ISSUES) shown.issues.push(issue)
  instances.forEach(({ text, gold }: NewInstance, i) => {
    if (shown.instances.length >= SHOWN_INSTANCES || text.length > SHOWN_LENGTH) return
    const ordinal = lastOrdinal - instances.length + i + 1
    shown.instances.push(showInstance(taskForm, { ordinal, line, text, gold }))
  })
}
