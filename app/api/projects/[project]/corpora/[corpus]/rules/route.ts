import { handleInProject } from '@/app/api/handle'
import { writeRuleEndpoint } from '@/lib/artifacts/schema'
import { writeRule } from '@/lib/artifacts/write-rule'

export const POST = handleInProject(writeRuleEndpoint, (actor, { params, body }) =>
  writeRule(actor, { corpus: params.corpus, rule: body }),
)
