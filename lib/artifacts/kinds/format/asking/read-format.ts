import { checkContent } from '@/lib/artifacts/kinds/format/check-content'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import { draftContent } from '@/lib/artifacts/kinds/format/drafting/draft-content'
import type { FormatEvidence } from '@/lib/artifacts/kinds/format/evidence'
import type { Trial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { findCarrier } from '@/lib/formats/find-carrier'
import type { CarrierName } from '@/lib/formats/model'

/** A format as a model proposes it. */
export type ProposedFormat = Pick<FormatContent, 'name' | 'ask' | 'askRecords'> & {
  carrier: CarrierName
  parameters: Record<string, unknown>
}

export type TriedFormat = { content: FormatContent; evidence?: FormatEvidence; fault?: string }

/** A proposed format as a draft, tried on a thousand instances. `fault`: what did not come back, or what is wrong with its sentences. */
export function readFormat(proposed: ProposedFormat, trial: Trial): TriedFormat {
  const { name, carrier, ask } = proposed
  const read = findCarrier(carrier).parameters.safeParse(proposed.parameters)
  const parameters = (read.success ? read.data : proposed.parameters) as Record<string, unknown>
  const content: FormatContent = {
    name,
    carrier,
    parameters,
    taskForms: [],
    ask,
    askRecords: proposed.askRecords,
  }
  // Where the model has no sentences for records, the carrier's own say them.
  if (read.success && (content.askRecords.en.length === 0 || content.askRecords.zh.length === 0))
    content.askRecords = draftContent(carrier, { name, parameters }).askRecords
  const { issues, evidence } = checkContent(content, trial)
  const [issue] = issues
  if (!issue) return { content, ...(evidence && { evidence }) }
  return { content, fault: `${issue.path}: ${issue.message ?? issue.code}` }
}
