import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'

/** Text shrinks to a twentieth, tables of repeated rows to a hundredth. What shrinks further is made to fill disks. */
const MAX_RATIO = 250
const UNSUSPICIOUS_BYTES = 100_000_000

/** Lets unpacked bytes through until there are more than a file may have, or more than `packed()` bytes can honestly hold. */
export async function* limitUnpacked(
  chunks: AsyncIterable<Uint8Array>,
  packed: () => number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    refuseBomb(bytes, packed())
    yield chunk
  }
}

/** Refuses an unpacked size, said or met, that no file of a corpus has. */
export function refuseBomb(bytes: number, packed: number): void {
  const limit = env().GLOSS_UNPACKED_LIMIT_MB
  if (bytes > limit * 1_000_000)
    throw new AppError(
      'too_large',
      `Unpacked, this file is larger than ${limit} MB. Nothing was kept. Import it in parts, or raise GLOSS_UNPACKED_LIMIT_MB.`,
      { reason: 'unpacked-too-large', params: { limit } },
    )
  if (bytes > UNSUSPICIOUS_BYTES && bytes > packed * MAX_RATIO)
    throw new AppError(
      'too_large',
      `This file unpacks to more than ${MAX_RATIO} times its size, as no corpus does. Nothing was kept. If it is sound, unpack it and import what comes out.`,
      { reason: 'unpacked-out-of-proportion', params: { ratio: MAX_RATIO } },
    )
}
