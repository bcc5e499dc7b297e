import type { ReleasedContent } from '@/lib/library/releases/queries'
import { readTransform } from '@/lib/rules/apply-rule'
import { holdInView } from '@/lib/rules/hold-in-view'
import type { PreparedRule, Source } from '@/lib/synthesis/prepared/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

export type RuleOfCorpus = { corpusId: string | null; form: TaskForm; rule: PreparedRule }

/** The rules of a release that can be applied: by their transform, or by the answers that were approved one by one. */
export function prepareRules(
  rules: readonly ReleasedContent<'rule'>[],
  applications: readonly ReleasedContent<'application'>[],
): RuleOfCorpus[] {
  return rules.flatMap((released) => {
    const { corpusId, content } = released
    const { taskForm: form, scope, statement, paraphrases, transform, exceptions } = content
    const definition = transform ? readTransform(transform).definition : null
    const approved = transform ? new Map() : approvedFor(released, applications)
    if (definition ? !definition.forms.includes(form) : approved.size === 0) return []
    const rule: PreparedRule = {
      scope,
      statements: {
        en: [statement.en, ...paraphrases.en],
        zh: [statement.zh, ...paraphrases.zh],
      },
      transform,
      family: definition?.family ?? null,
      applications: approved,
      exceptions: new Set(exceptions.map(({ ordinal }) => ordinal)),
      approvedAs: null,
      source: sourceOf(released, 'rule'),
    }
    return [{ corpusId, form, rule }]
  })
}

function approvedFor(
  { versionId, content: { taskForm } }: ReleasedContent<'rule'>,
  applications: readonly ReleasedContent<'application'>[],
): PreparedRule['applications'] {
  const form = findTaskForm(taskForm)
  const approved = new Map<number, { gold: unknown; source: Source }>()
  for (const released of applications) {
    const { ruleVersionId, ordinal, gold } = released.content
    if (ruleVersionId !== versionId) continue
    const read = form.gold.safeParse(gold)
    if (read.success)
      approved.set(ordinal, { gold: form.canonical(read.data), source: sourceOf(released, 'application') })
  }
  return approved
}

/** What stands in the provenance of a record that shows a version. */
export function sourceOf(
  { versionId, contentHash, decisionId, decidedBy }: Omit<Source, 'kind'>,
  kind: string,
): Source {
  return { versionId, contentHash, decisionId, decidedBy, kind }
}

/** The rules that were made for this corpus, or for none, and hold where its gold is asked as this form. */
export function rulesFor(corpusId: string, view: TaskForm, all: readonly RuleOfCorpus[]): PreparedRule[] {
  return all.flatMap(({ corpusId: own, form, rule }) => {
    if (own !== null && own !== corpusId) return []
    if (form === view) return [rule]
    const holding = holdInView(rule, { from: form, view })
    return holding ? [{ ...rule, approvedAs: { form, holding } }] : []
  })
}
