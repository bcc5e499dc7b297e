import type { Options } from '@/lib/corpora/formats/brat/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import type { TaskForm } from '@/lib/tasks/model'

/** Certain of an archive in which texts have their .ann file; what they hold is told from the first of them. */
export function recogniseFile({ entries, text }: FileSample): Recognition<Options> | null {
  if (!areDocuments(entries)) return null
  const taskForms: TaskForm[] = ['ner']
  if (/^R\d+\t\S+ \S+:[TE]/m.test(text)) taskForms.unshift('re')
  if (/^E\d+\t\S+:T/m.test(text)) taskForms.unshift('ee')
  return { certainty: 1, taskForms, options: { unit: 'document' } }
}

/** Is there a .txt with an .ann of the same name, or an .a1 as in shared tasks? */
export function areDocuments(names: readonly string[]): boolean {
  const all = new Set(names)
  return names.some((name) => /\.(ann|a1)$/.test(name) && all.has(name.replace(/\.(ann|a1)$/, '.txt')))
}
