import { handleInProject } from '@/app/api/handle'
import { previewRule } from '@/lib/artifacts/writing/preview-rule'
import { previewRuleEndpoint } from '@/lib/artifacts/writing/schema'

export const POST = handleInProject(previewRuleEndpoint, (actor, { params, body }) =>
  previewRule(actor, { corpus: params.corpus, rule: body }),
)
