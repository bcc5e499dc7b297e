import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'
import { checkContent } from '@/lib/artifacts/kinds/record/check-content'
import { recordContentSchema } from '@/lib/artifacts/kinds/record/content'
import { recordEvidenceSchema } from '@/lib/artifacts/kinds/record/evidence'

const fixed = {
  reason: 'record-fixed',
  message: 'A composed record is approved or rejected as it is. To change it, change what it is made of.',
}

/** A composed record in the sample of a run. It is judged, and never written or released. */
export const recordKind: KindDefinition<'record'> = {
  kind: 'record',
  content: recordContentSchema,
  evidence: recordEvidenceSchema,
  weigh: ({ content }) => ({ label: content.provenance.labels[0] ?? '', doubt: null, touches: 1 }),
  searched: [],
  isSame: () => false,
  fixed,
  async check() {
    return { issues: checkContent() }
  },
  faulty: fixed,
}
