import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import { db, type Tx } from '@/lib/platform/db'

export type RuleIssue = { path: string; code: 'instance-unknown' }

/** What is wrong with a rule: exceptions that are no instances of its corpus. */
export async function checkContent(
  corpusId: string,
  { exceptions }: RuleContent,
  within: Tx = db,
): Promise<RuleIssue[]> {
  const ordinals = exceptions.map(({ ordinal }) => ordinal)
  const found = await within.instance.findMany({
    where: { corpusId, ordinal: { in: ordinals } },
    select: { ordinal: true },
  })
  const known = new Set(found.map(({ ordinal }) => ordinal))
  return ordinals.flatMap((ordinal, index) =>
    known.has(ordinal) ? [] : [{ path: `exceptions.${index}`, code: 'instance-unknown' as const }],
  )
}
