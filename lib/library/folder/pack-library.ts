import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { exportLibrary } from '@/lib/library/folder/export-library'
import type { ProjectActor } from '@/lib/projects/model'

/** No time stands in the archive: the same library is the same bytes. */
const NO_TIME = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }

/** The folder of a library as a ZIP, packed while it is sent. */
export function packLibrary(actor: ProjectActor): { fileName: string; body: ReadableStream<Uint8Array> } {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  void (async () => {
    for await (const { path, text } of exportLibrary(actor)) zip.addBuffer(Buffer.from(text), path, NO_TIME)
    zip.end()
  })().catch((error: Error) => output.destroy(error))
  return {
    fileName: `${actor.project.slug}-library.zip`,
    body: Readable.toWeb(output) as ReadableStream<Uint8Array>,
  }
}
