import { z } from 'zod'
import { MAX_LABEL_LENGTH, MAX_LABELS } from '@/lib/corpora/model'
import { type PhraseLanguage, phraseLanguages } from '@/lib/tasks/model'

/** One line of readable characters, as it stands in a list of labels, a heading or a key. */
const wordsSchema = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(MAX_LABEL_LENGTH)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'one line without control characters')

/** How people read a label, in the languages of the screens; where nothing is said they read the label itself. */
export const labelNameSchema = z.object({ en: wordsSchema.optional(), zh: wordsSchema.optional() })
export type LabelName = z.infer<typeof labelNameSchema>

export const labelNamesSchema = z.record(z.string(), labelNameSchema)
export type LabelNames = z.infer<typeof labelNamesSchema>

/**
 * What a label is called from now on; `{}` takes its names away. With `was`, the change is refused if somebody else gave the
 * label other names meanwhile.
 */
export const nameChangeSchema = z.object({
  label: z.string().max(MAX_LABEL_LENGTH),
  name: labelNameSchema,
  was: labelNameSchema.optional(),
})
export type NameChange = z.infer<typeof nameChangeSchema>
export const nameChangesSchema = z.array(nameChangeSchema).min(1).max(MAX_LABELS)

/** What people read for a label in a language. */
export function shownName(label: string, names: LabelNames, language: PhraseLanguage): string {
  return nameOf(label, names)[language] ?? label
}

const UNNAMED: LabelName = {}

/** A label can be called like a property that every object has. */
export function nameOf(label: string, names: LabelNames): LabelName {
  return Object.hasOwn(names, label) ? names[label]! : UNNAMED
}

export function isSameName(one: LabelName, other: LabelName): boolean {
  return phraseLanguages.every((language) => one[language] === other[language])
}

/** Labels that people would read as one, in one language. */
export type NameClash = { language: PhraseLanguage; name: string; labels: string[] }

/**
 * Where names make labels one: the same name twice, whatever its case, or a name that is another label read as itself. Labels
 * that are alike without any name are the corpus's own matter.
 */
export function findNameClashes(labels: readonly string[], names: LabelNames): NameClash[] {
  return phraseLanguages.flatMap((language) => {
    const readAs = new Map<string, string[]>()
    for (const label of labels) {
      const name = foldName(shownName(label, names, language))
      readAs.set(name, [...(readAs.get(name) ?? []), label])
    }
    return [...readAs.values()]
      .filter((alike) => alike.length > 1 && alike.some((label) => isNamed(label, names, language)))
      .map((alike) => ({ language, name: shownName(alike[0]!, names, language), labels: alike }))
  })
}

function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

function isNamed(label: string, names: LabelNames, language: PhraseLanguage): boolean {
  const name = nameOf(label, names)[language]
  return name !== undefined && name !== label
}

/**
 * The names in force: those of labels that the corpus has. Labels come and go with fixes while names are kept; where two then
 * have the same name, both are read as themselves until a person says otherwise.
 */
export function standingNames(labels: readonly string[], names: LabelNames): LabelNames {
  let standing = keepNames(names, labels)
  if (Object.keys(standing).length === 0) return standing
  for (let clashes = findNameClashes(labels, standing); clashes.length > 0; ) {
    standing = withoutClashes(standing, clashes)
    clashes = findNameClashes(labels, standing)
  }
  return standing
}

function keepNames(names: LabelNames, labels: readonly string[]): LabelNames {
  const named = labels.filter((label) => Object.hasOwn(names, label))
  return Object.fromEntries(named.map((label) => [label, names[label]!]))
}

/** Names without those that clash; a label that keeps none is left out. */
export function withoutClashes(names: LabelNames, clashes: readonly NameClash[]): LabelNames {
  const lost = new Map(phraseLanguages.map((language) => [language, new Set<string>()]))
  for (const { language, labels } of clashes) for (const label of labels) lost.get(language)!.add(label)
  const left = Object.entries(names).map(([label, name]): [string, LabelName] => {
    const kept = phraseLanguages.filter(
      (language) => name[language] !== undefined && !lost.get(language)!.has(label),
    )
    return [label, Object.fromEntries(kept.map((language) => [language, name[language]!]))]
  })
  return Object.fromEntries(left.filter(([, name]) => !isSameName(name, UNNAMED)))
}

/**
 * The names after labels became one: a label that the corpus did not have is called what the commonest of them was called.
 * The old names are kept, so that they are there again when the labels are.
 */
export function inheritNames(
  names: LabelNames,
  { from, to, labels }: { from: readonly string[]; to: string; labels: readonly string[] },
): LabelNames {
  if (labels.includes(to)) return names
  const heir = labels.find((label) => from.includes(label) && Object.hasOwn(names, label))
  return heir === undefined ? names : { ...names, [to]: names[heir]! }
}
