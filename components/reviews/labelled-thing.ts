import type { TaskForm } from '@/lib/tasks/model'

/** What a label of a task form stands on, as the screens word it: `{thing, select, …}`. */
export type LabelledThing = 'mention' | 'relation' | 'event' | 'entity' | 'text'

export function labelledThing(form: TaskForm): LabelledThing {
  switch (form) {
    case 're':
    case 'spo':
      return 'relation'
    case 'ee':
    case 'eet':
    case 'eea':
      return 'event'
    case 'kg':
      return 'entity'
    case 'tc':
      return 'text'
    default:
      return 'mention'
  }
}
