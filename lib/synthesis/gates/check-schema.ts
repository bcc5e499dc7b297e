import { fault } from '@/lib/synthesis/gates/fault'
import type { Gate } from '@/lib/synthesis/gates/model'
import type { AnswerItem, AskedLabel } from '@/lib/tasks/model'

/** Is the answer about exactly the groups and fields that were asked for, in their order? And are classes among those named? */
export const checkSchema: Gate = ({ asked, obeyed, task }) => {
  const { answer } = obeyed.lowered
  if (answer.length !== asked.schema.length)
    return fault('groups', { count: answer.length, asked: asked.schema.length })
  for (const [at, group] of asked.schema.entries()) {
    const { label, items } = answer[at]!
    if (label !== group.label) return fault('group-name', { label, asked: group.label })
    if (!items.every((item) => isAbout(item, group))) return fault('item-fields', { label })
  }
  return askedOnly(task.form.groups(obeyed.schema), obeyed) ? null : fault('class-unnamed')
}

function isAbout(item: AnswerItem, { fields }: AskedLabel): boolean {
  if (typeof item === 'string') return fields.length === 0
  const own = Object.keys(item)
  return own.length === fields.length && fields.every((field) => Object.hasOwn(item, field))
}

type Asked = Parameters<Gate>[0]['obeyed']

/** Where the labels are classes to choose from, the one group has no label of theirs and only they can be its items. */
function askedOnly(groups: Asked['schema'], { schema, lowered }: Asked): boolean {
  const named = new Set(schema.map(({ label }) => label))
  if (!named.size || groups.some(({ label }) => named.has(label))) return true
  return lowered.answer.every(({ items }) =>
    items.every((item) => typeof item !== 'string' || named.has(item)),
  )
}
