import { findCarrier } from '@/lib/formats/find-carrier'
import type { ReleasedContent } from '@/lib/library/releases/queries'
import type { PreparedFormat } from '@/lib/synthesis/prepared/model'
import { sourceOf } from '@/lib/synthesis/prepared/prepare-rules'

/** The format variants of a release whose parameters their carriers still know. */
export function prepareFormats(released: readonly ReleasedContent<'format'>[]): PreparedFormat[] {
  return released.flatMap((one) => {
    const { carrier, parameters, taskForms, ask, askRecords } = one.content
    const read = findCarrier(carrier).parameters.safeParse(parameters)
    if (!read.success) return []
    const source = sourceOf(one, 'format')
    return [{ carrier, parameters: read.data, forms: taskForms, ask, askRecords, source }]
  })
}
