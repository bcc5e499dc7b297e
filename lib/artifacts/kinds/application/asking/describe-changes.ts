import type { ApplicationContent } from '@/lib/artifacts/kinds/application/content'
import { diffAnswers } from '@/lib/rules/diff-answers'
import { type AnswerItem, sliceCodePoints, type TaskFormDefinition } from '@/lib/tasks/model'

const MOST_CHANGES = 100

/** What a written answer has instead of what, in words. */
export function describeChanges(
  form: TaskFormDefinition,
  { instance, gold }: { instance: { text: string; gold: unknown }; gold: unknown },
): ApplicationContent['changed'] {
  const labels = [...new Set([...form.labelsIn(instance.gold), ...form.labelsIn(gold)])]
  const fields = [form.fieldsIn(instance.gold), form.fieldsIn(gold)]
  const schema = labels.map((label) => ({
    label,
    fields: [...new Set(fields.flatMap((one) => one.get(label) ?? []))],
  }))
  const lower = (one: unknown) => form.lower(instance.text, one, schema)
  return diffAnswers(lower(instance.gold), lower(gold))
    .flatMap(({ before, after }) =>
      Array.from({ length: Math.max(before.length, after.length) }, (_, at) => ({
        before: said(before[at]?.item),
        after: said(after[at]?.item),
        reason: '',
      })),
    )
    .slice(0, MOST_CHANGES)
}

function said(item: AnswerItem | undefined): string {
  const text = item === undefined ? '' : typeof item === 'string' ? item : JSON.stringify(item)
  return sliceCodePoints(text, 0, 1000)
}
