import type { TaskForm } from '@/lib/tasks/model'

/** A corpus that a recipe may take. `forms`: the task forms that its gold can be asked as, its own first. */
export type CorpusChoice = { id: string; name: string; instances: number; licence: string; forms: TaskForm[] }
