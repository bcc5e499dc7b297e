/** A stored file as it lies there, packed or not. */
export type StoredFile = {
  size: number
  /** Its bytes from the start, or from a byte on. */
  chunks(start?: number): AsyncIterable<Uint8Array>
  slice(start: number, end: number): Promise<Buffer>
  /** How many of its bytes have been read. */
  position(): number
}

/** A file in an archive, by the name it has there. */
export type PackedFile = { name: string; bytes: number }
export type OpenFile = PackedFile & { content: AsyncIterable<Uint8Array> }

/** More documents than any corpus keeps in files of their own; so many cost more to open than to read. */
export const MAX_ARCHIVE_FILES = 50_000
