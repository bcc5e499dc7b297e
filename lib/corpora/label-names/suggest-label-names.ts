import {
  findNameClashes,
  type LabelName,
  type LabelNames,
  nameOf,
  withoutClashes,
} from '@/lib/corpora/label-names/model'
import { suggestLabelName } from '@/lib/corpora/label-names/suggest-label-name'
import { phraseLanguages } from '@/lib/tasks/model'

/**
 * Names for what has none yet: from the word list, else what models suggested. What would make two labels one is not suggested, nor is
 * a label for itself.
 */
export function suggestLabelNames(
  labels: readonly string[],
  names: LabelNames,
  byModels: LabelNames = {},
): LabelNames {
  let suggested: LabelNames = Object.fromEntries(
    labels.map((label) => [label, suggestMissing(label, names, byModels)]),
  )
  for (;;) {
    const clashes = findNameClashes(labels, together(labels, names, suggested))
    suggested = withoutClashes(suggested, clashes)
    if (clashes.length === 0) return suggested
  }
}

function suggestMissing(label: string, names: LabelNames, byModels: LabelNames): LabelName {
  const found = { ...nameOf(label, byModels), ...suggestLabelName(label) }
  const known = nameOf(label, names)
  const missing = phraseLanguages.filter(
    (language) => known[language] === undefined && found[language] !== undefined && found[language] !== label,
  )
  return Object.fromEntries(missing.map((language) => [language, found[language]!]))
}

function together(labels: readonly string[], names: LabelNames, suggested: LabelNames): LabelNames {
  return Object.fromEntries(
    labels.map((label) => [label, { ...nameOf(label, suggested), ...nameOf(label, names) }]),
  )
}
