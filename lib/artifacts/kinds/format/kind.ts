import { checkContent } from '@/lib/artifacts/kinds/format/check-content'
import { formatContentSchema } from '@/lib/artifacts/kinds/format/content'
import { formatEvidenceSchema } from '@/lib/artifacts/kinds/format/evidence'
import { readTrial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'

/** A carrier with its parameters and the sentences that ask for it. */
export const formatKind: KindDefinition<'format'> = {
  kind: 'format',
  content: formatContentSchema,
  evidence: formatEvidenceSchema,
  weigh: ({ evidence, key }) => {
    const carried = evidence?.forms.reduce((sum, form) => sum + form.carried, 0) ?? 0
    const same = evidence?.forms.reduce((sum, form) => sum + form.same, 0) ?? 0
    return { label: key, doubt: carried ? 1 - same / carried : null, touches: evidence ? carried : null }
  },
  searched: ['name', 'ask', 'askRecords'],
  isSame: (before, after) => before.carrier === after.carrier,
  fixed: {
    reason: 'format-fixed',
    message: 'A format keeps its carrier. Write the rest as you like.',
  },
  async check(content, { projectId, within }) {
    return checkContent(content, await readTrial(projectId, { within }))
  },
  faulty: {
    reason: 'format-faulty',
    message: 'The format does not bring every answer back, or a sentence has a slot that nothing fills.',
  },
}
