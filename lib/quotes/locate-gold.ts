import type { Located } from '@/lib/quotes/golds/shape'
import type { QuotedGold } from '@/lib/quotes/model'
import { quotedShape } from '@/lib/quotes/quote-gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/**
 * The gold that an answer in quotes means, canonical, or every reason why it means none: words that the text does not have, or has
 * several times, and whatever the form itself finds at fault. `gold` is the one before, of which untouched parts are kept.
 */
export function locateGold(
  form: TaskForm,
  { text, gold, quoted }: { text: string; gold: unknown; quoted: QuotedGold },
): Located<unknown> {
  const definition = findTaskForm(form)
  const located = quotedShape(form).locate({ text, before: definition.gold.parse(gold), quoted })
  if ('faults' in located) return located
  const read = definition.gold.safeParse(definition.canonical(located.gold))
  if (!read.success)
    return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
  const faults = definition.faults(text, read.data)
  return faults.length > 0 ? { faults } : { gold: read.data }
}
