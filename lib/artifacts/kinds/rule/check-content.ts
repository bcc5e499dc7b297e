import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import { db, type Tx } from '@/lib/platform/db'
import { findTransform } from '@/lib/rules/find-transform'

export type RuleIssue = {
  path: string
  code: 'instance-unknown' | 'parameters' | 'form-unfit'
  message?: string
}

/** What is wrong with a rule: parameters that its transform does not take, exceptions that are no instances of its corpus. */
export async function checkContent(
  corpusId: string,
  content: RuleContent,
  within: Tx = db,
): Promise<RuleIssue[]> {
  return [...transformIssues(content), ...(await exceptionIssues(corpusId, content, within))]
}

function transformIssues({ transform, taskForm }: RuleContent): RuleIssue[] {
  if (!transform) return []
  const { forms, parameters } = findTransform(transform.name)
  if (!forms.includes(taskForm)) return [{ path: 'transform.name', code: 'form-unfit' }]
  const read = parameters.safeParse(transform.parameters)
  if (read.success) return []
  return read.error.issues.map(({ path, message }) => ({
    path: ['transform', 'parameters', ...path].join('.'),
    code: 'parameters' as const,
    message,
  }))
}

async function exceptionIssues(
  corpusId: string,
  { exceptions }: RuleContent,
  within: Tx,
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
