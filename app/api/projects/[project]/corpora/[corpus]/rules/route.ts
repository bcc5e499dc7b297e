import { handleInProject } from '@/app/api/handle'
import { writeRuleEndpoint } from '@/lib/artifacts/writing/schema'
import { writeRule } from '@/lib/artifacts/writing/write-rule'

export const POST = handleInProject(writeRuleEndpoint, (actor, { params, body }) =>
  writeRule(actor, { corpus: params.corpus, rule: body }),
)
