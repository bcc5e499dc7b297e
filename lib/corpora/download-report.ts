import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { findCorpus, listImportIssues } from '@/lib/corpora/queries'
import type { ImportIssueView } from '@/lib/corpora/schema'
import type { ProjectActor } from '@/lib/projects/model'

const PAGE = 1_000

/** The report of an import as CSV, a page of rows at a time. A cell that a spreadsheet would calculate begins with `'`. */
export async function downloadReport(
  actor: ProjectActor,
  input: { corpus: string },
): Promise<{ fileName: string; body: ReadableStream<Uint8Array> }> {
  const { name } = await findCorpus(actor, input.corpus)
  const columns: (keyof ImportIssueView)[] = ['line', 'severity', 'code', 'message', 'excerpt']
  const csv = stringify({
    header: true,
    columns,
    escape_formulas: true,
    record_delimiter: 'windows',
    bom: true,
  })
  const rows = Readable.from(reportRows(actor, input.corpus))
  rows.on('error', (error) => csv.destroy(error))
  csv.on('close', () => rows.destroy())
  rows.pipe(csv)
  return {
    fileName: `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-report.csv`,
    body: Readable.toWeb(csv) as ReadableStream<Uint8Array>,
  }
}

async function* reportRows(actor: ProjectActor, corpus: string): AsyncGenerator<ImportIssueView> {
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listImportIssues(actor, { corpus, cursor, limit: PAGE })
    yield* items
    cursor = nextCursor ?? undefined
  } while (cursor)
}
