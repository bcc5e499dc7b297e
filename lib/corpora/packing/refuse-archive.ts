import { MAX_ARCHIVE_FILES } from '@/lib/corpora/packing/model'
import { AppError } from '@/lib/platform/errors'

/** An archive that cannot be read to its end, in the words of the library that met it. */
export function archiveBroken(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const { message } = cause as Error
  return new AppError(
    'invalid',
    `The archive is cut off or damaged (${message}). Nothing was kept; pack it again and send it once more.`,
    { reason: 'archive-broken', params: { cause: message } },
  )
}

export function tooManyFiles(): AppError {
  return new AppError(
    'too_large',
    `The archive holds more than ${MAX_ARCHIVE_FILES} files. Nothing was kept; put their texts into one file, or split the archive.`,
    { reason: 'archive-too-many-files', params: { limit: MAX_ARCHIVE_FILES } },
  )
}

/** A member that an honest archive of texts does not have: a link, a device, a name that leads out of its folder. */
export function memberRefused(name: string, what: string): AppError {
  return new AppError(
    'invalid',
    `In the archive, “${name}” is ${what}. Nothing was kept; pack the plain files again.`,
    { reason: 'archive-member-refused', params: { name, what } },
  )
}
