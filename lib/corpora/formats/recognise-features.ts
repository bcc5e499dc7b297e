import type { FeatureOptions } from '@/lib/corpora/formats/model'
import { recogniseColumns } from '@/lib/corpora/formats/recognise-columns'
import type { TaskForm } from '@/lib/tasks/model'

const TOKENS = ['tokens', 'words', 'token', 'sentence_tokens']
const TAGS = [
  'ner_tags',
  'tags',
  'ner',
  'bio_tags',
  'entity_tags',
  'ner_tag',
  'labels',
  'label',
  'fine_ner_tags',
]

const TURNS = ['messages', 'conversations', 'conversation']

export type Features = { columns: FeatureOptions['columns']; taskForms: TaskForm[] }

/** Which columns of a dataset play which role, by their names. `lists`: those that hold lists. */
export function recogniseFeatures(names: readonly string[], lists: ReadonlySet<string>): Features {
  const find = (words: readonly string[]) => words.find((word) => names.includes(word) && lists.has(word))
  const [tokens, tags] = [find(TOKENS), find(TAGS)]
  const { columns, taskForms } = recogniseColumns(names.filter((name) => name !== tokens && name !== tags))
  const turns = find(TURNS)
  if (turns !== undefined) return { columns: { turns }, taskForms: ['general'] }
  const own = recogniseColumns(names)
  if (tokens === undefined || tags === undefined) return own
  return { columns: { ...columns, tokens, tags }, taskForms: ['ner', ...taskForms] }
}
