import type { NewInstance, ReadInstances } from '@/lib/corpora/model'
import { doubtReadings, type Placed } from '@/lib/corpora/problems/doubt-readings'
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
/** Groups of spellings that are shown with an example of each. */
const SHOWN_GROUPS = 50
const LONGEST_EXAMPLE = 4_000
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
  const doubts = doubtReadings()
  const carriers = new Map<string, Placed>()
  const shown: Pick<Preview, 'instances' | 'issues'> = { instances: [], issues: [] }
  let complete = true
  for await (const one of readCorpusFile(upload.fileKey, reading)) {
    if (tally.instanceCount >= READ_INSTANCES || one.byteEnd > READ_BYTES) {
      complete = false
      break
    }
    tallyReading(tally, one)
    doubts.add(one, tally.instanceCount)
    keepCarriers(carriers, one, tally.instanceCount)
    show(shown, one, { taskForm: reading.taskForm, lastOrdinal: tally.instanceCount })
  }
  const { instanceCount, refusedCount } = tally
  const texts = shown.instances.map(({ text }) => text)
  const suggested = suggestImport(upload.fileName, texts)
  const { format, formats, taskForm, taskForms, entries, packing, options } = reading
  const { entry = null, encoding, isGuess: encodingIsGuess = false } = packing
  const labels = labelCounts(tally)
  const showPlaced = (one: Placed) => showInstance(reading.taskForm, one)
  const exampleOf = (label: string) => {
    const carrier = carriers.get(label)
    return carrier ? showPlaced(carrier) : null
  }
  const variants = findLabelVariants(labels).map((group, at) =>
    group.map((one) => ({ ...one, example: at < SHOWN_GROUPS ? exampleOf(one.label) : null })),
  )
  const problems = doubts.found().map((one) => ({ ...one, examples: one.examples.map(showPlaced) }))
  const counts = { instanceCount, refusedCount, labels, variants, problems }
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
  for (const issue of issues)
    if (shown.issues.length < SHOWN_ISSUES) shown.issues.push({ params: {}, ...issue })
  instances.forEach(({ text, gold }: NewInstance, i) => {
    if (shown.instances.length >= SHOWN_INSTANCES || text.length > SHOWN_LENGTH) return
    const ordinal = lastOrdinal - instances.length + i + 1
    shown.instances.push(showInstance(taskForm, { ordinal, line, text, gold }))
  })
}

/** The first instance with each label, to show what is meant by it. */
function keepCarriers(
  carriers: Map<string, Placed>,
  { line, instances }: ReadInstances,
  lastOrdinal: number,
): void {
  instances.forEach(({ text, gold, labels }, i) => {
    if (text.length > LONGEST_EXAMPLE) return
    const ordinal = lastOrdinal - instances.length + i + 1
    for (const label of labels) if (!carriers.has(label)) carriers.set(label, { ordinal, line, text, gold })
  })
}
