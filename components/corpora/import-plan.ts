import { type Fix, relabelOf } from '@/lib/corpora/fixes/model'
import { compareLabelCounts, type LabelCount } from '@/lib/corpora/model'
import type { ProblemKind } from '@/lib/corpora/survey/model'

/** What a person settled while looking at the preview; nothing of it is done before the import. */
export type ImportPlan = { fixes: readonly Fix[]; known: readonly string[] }
export const NO_PLAN: ImportPlan = { fixes: [], known: [] }

/** Labels are settled before instances are judged, so that spellings that become one are compared as one. */
export function withFix(plan: ImportPlan, fix: Fix): ImportPlan {
  if ('problem' in fix) return { ...plan, fixes: [...withoutProblem(plan, fix.problem).fixes, fix] }
  const [labels, problems] = [true, false].map((ofLabels) =>
    plan.fixes.filter((one) => 'from' in one === ofLabels),
  )
  return { ...plan, fixes: [...labels!, fix, ...problems!] }
}

export function withoutFix(plan: ImportPlan, fix: Fix): ImportPlan {
  return { ...plan, fixes: plan.fixes.filter((one) => one !== fix) }
}

export function withoutProblem(plan: ImportPlan, kind: ProblemKind): ImportPlan {
  return { ...plan, fixes: plan.fixes.filter((one) => !('problem' in one && one.problem === kind)) }
}

/** The labels as the steps leave them. Marks that become the same are counted once only when that is done: these are at most. */
export function labelsAfter(labels: readonly LabelCount[], fixes: readonly Fix[]): LabelCount[] {
  const counts = new Map<string, LabelCount>()
  for (const { label, items, instances } of labels) {
    const name = fixes.reduce<string | null>(
      (now, fix) => (now === null || !('from' in fix) || fix.part !== 'label' ? now : relabelOf(fix)(now)),
      label,
    )
    if (name === null) continue
    const before = counts.get(name) ?? { label: name, items: 0, instances: 0 }
    counts.set(name, {
      label: name,
      items: before.items + items,
      instances: before.instances + instances,
    })
  }
  return [...counts.values()].sort(compareLabelCounts)
}

/** Labels as people list them: one a line, or with commas between. */
export function readLabels(written: string): string[] {
  const words = written.split(/[\n,，]/).map((word) => word.trim())
  return [...new Set(words.filter(Boolean))]
}
