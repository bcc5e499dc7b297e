import type { Answer, AnswerGroup, AnswerItem, FieldValue } from '@/lib/tasks/model'

/** The same groups with the same items in the same order; the fields of a record may stand in any order. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return a.length === b.length && a.every((group, at) => isSameGroup(group, b[at]!))
}

export function isSameGroup(a: AnswerGroup, b: AnswerGroup): boolean {
  return (
    a.label === b.label &&
    a.items.length === b.items.length &&
    a.items.every((item, at) => isSameItem(item, b.items[at]!))
  )
}

function isSameItem(a: AnswerItem, b: AnswerItem): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => Object.hasOwn(b, name) && isSameValue(a[name]!, b[name]!))
}

function isSameValue(a: FieldValue, b: FieldValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((one, at) => one === b[at])
}
