import { handleInProject } from '@/app/api/handle'
import { readAgreement } from '@/lib/evaluation/agreement/queries'
import { readAgreementEndpoint } from '@/lib/evaluation/agreement/schema'

export const GET = handleInProject(readAgreementEndpoint, (actor, { query }) => readAgreement(actor, query))
