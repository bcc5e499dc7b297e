import type { InstanceView } from '@/lib/corpora/schema'
import type { TaskForm } from '@/lib/tasks/model'
import { nerGoldSchema } from '@/lib/tasks/ner/gold'

type Row = { ordinal: number; line: number; text: string; gold: unknown }

/** An instance as people see it: what its gold marks in the text, and what it says beside that. */
export function showInstance(_taskForm: TaskForm, row: Row): Omit<InstanceView, 'id'> {
  const { ordinal, line, text, gold } = row
  return { ordinal, line, text, question: null, spans: nerGoldSchema.parse(gold).spans, answer: [] }
}
