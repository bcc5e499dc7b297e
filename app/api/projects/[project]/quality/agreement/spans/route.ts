import { handleInProject } from '@/app/api/handle'
import { readSpanAgreement } from '@/lib/evaluation/agreement/read-span-agreement'
import { readSpanAgreementEndpoint } from '@/lib/evaluation/agreement/schema'

export const GET = handleInProject(readSpanAgreementEndpoint, (actor, { query }) =>
  readSpanAgreement(actor, query),
)
