import type { ImportFormat, ReadInstance } from '@/lib/corpora/model'
import { findUpload, readHead } from '@/lib/corpora/queries'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { recogniseFormat } from '@/lib/corpora/recognise-format'
import type { Preview } from '@/lib/corpora/schema'
import { suggestImport } from '@/lib/corpora/suggest-import'
import { labelCounts, newTally, tallyReading } from '@/lib/corpora/tally-reading'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

const SHOWN_INSTANCES = 20
const SHOWN_ISSUES = 100
/** A longer text is counted, but none that a preview shows. */
const SHOWN_LENGTH = 20_000
const READ_INSTANCES = 20_000
const READ_BYTES = 32_000_000

/** What an import would find, from the beginning of the file. Writes nothing. */
export async function previewImport(
  actor: ProjectActor,
  input: { upload: string; format?: ImportFormat },
): Promise<Preview> {
  requireRole(actor, 'lead')
  const upload = await findUpload(actor, input.upload)
  const reading = await recogniseFormat(await readHead(upload.fileKey), input.format)
  const tally = newTally()
  const shown: Pick<Preview, 'instances' | 'issues'> = { instances: [], issues: [] }
  let complete = true
  for await (const one of readCorpusFile(upload.fileKey, reading)) {
    if (tally.instanceCount >= READ_INSTANCES || one.byteEnd > READ_BYTES) {
      complete = false
      break
    }
    tallyReading(tally, one)
    show(shown, one, tally.instanceCount)
  }
  const { instanceCount, refusedCount } = tally
  const texts = shown.instances.map(({ text }) => text)
  const suggested = suggestImport(upload.fileName, texts)
  const { format } = reading
  return { format, complete, ...shown, instanceCount, refusedCount, labels: labelCounts(tally), suggested }
}

function show(
  shown: Pick<Preview, 'instances' | 'issues'>,
  { line, instance, issues }: ReadInstance,
  ordinal: number,
): void {
  for (const issue of issues) if (shown.issues.length < SHOWN_ISSUES) shown.issues.push(issue)
  if (!instance || shown.instances.length >= SHOWN_INSTANCES || instance.text.length > SHOWN_LENGTH) return
  shown.instances.push({ ordinal, line, text: instance.text, spans: instance.spans })
}
