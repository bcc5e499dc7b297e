import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'
import { checkContent } from '@/lib/artifacts/kinds/node/check-content'
import { nodeContentSchema } from '@/lib/artifacts/kinds/node/content'
import { nodeEvidenceSchema } from '@/lib/artifacts/kinds/node/evidence'

/** A node of the taxonomy, which people keep or remove. */
export const nodeKind: KindDefinition<'node'> = {
  kind: 'node',
  content: nodeContentSchema,
  evidence: nodeEvidenceSchema,
  weigh: ({ content }) => ({ label: content.name.en || content.name.zh, doubt: null, touches: null }),
  searched: ['name', 'note'],
  isSame: (before, after) => before.level === after.level,
  fixed: {
    reason: 'node-fixed',
    message: 'A node keeps its level. Move it, or add another node where it should be.',
  },
  async check(content) {
    return { issues: checkContent(content) }
  },
  faulty: { reason: 'node-faulty', message: 'A name is one line without “|” and tabs.' },
}
