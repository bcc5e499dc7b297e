import type { AnswerItem, Lowered } from '@/lib/tasks/model'

/**
 * `{"label": ["mention", …], …}` in group order. The text is built by hand: an object would move labels such as "1" to the
 * front and lose `__proto__`.
 */
export function renderAnswer({ answer }: Lowered): string {
  const groups = answer.map(
    ({ label, items }) => `${JSON.stringify(label)}: ${renderList(items, renderItem)}`,
  )
  return `{${groups.join(', ')}}`
}

function renderItem(item: AnswerItem): string {
  if (typeof item === 'string') return JSON.stringify(item)
  const fields = Object.entries(item).map(([name, value]) => {
    const written = Array.isArray(value) ? renderList(value, JSON.stringify) : JSON.stringify(value)
    return `${JSON.stringify(name)}: ${written}`
  })
  return `{${fields.join(', ')}}`
}

function renderList<Item>(items: readonly Item[], render: (item: Item) => string): string {
  return `[${items.map((item) => render(item)).join(', ')}]`
}
