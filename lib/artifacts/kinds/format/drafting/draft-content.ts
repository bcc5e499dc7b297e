import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import type { Variant } from '@/lib/artifacts/kinds/format/drafting/variants'
import { findCarrier } from '@/lib/formats/find-carrier'
import type { CarrierName } from '@/lib/formats/model'

/** A variant as people will approve it: every parameter said, and the carrier's own sentences for them. */
export function draftContent(carrier: CarrierName, { name, parameters }: Variant): FormatContent {
  const definition = findCarrier(carrier)
  const chosen = definition.parameters.parse(parameters) as Record<string, unknown>
  const { en, zh } = definition.wording(chosen)
  return {
    name,
    carrier,
    parameters: chosen,
    taskForms: [],
    ask: { en: [...en.ask], zh: [...zh.ask] },
    askRecords: { en: [...en.askRecords], zh: [...zh.askRecords] },
  }
}
