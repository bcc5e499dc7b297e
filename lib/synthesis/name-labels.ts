import { type LabelNames, shownName, standingNames } from '@/lib/corpora/label-names/model'
import type { Asked, Carrier } from '@/lib/formats/model'
import type { LabelNaming } from '@/lib/synthesis/model'
import type { Answer, PhraseLanguage, TaskForm } from '@/lib/tasks/model'

/** Labels are called by the names that people gave them in this language, and by themselves where they gave none. */
export function labelNaming(
  labels: readonly string[],
  names: LabelNames,
  language: PhraseLanguage,
): LabelNaming {
  const standing = standingNames(labels, names)
  const called = new Map(labels.map((label) => [label, shownName(label, standing, language)]))
  const meant = new Map([...called].map(([label, name]) => [name, label]))
  return {
    nameOf: (label) => called.get(label) ?? label,
    labelOf: (name) => meant.get(name) ?? name,
  }
}

/**
 * The carrier with labels written by name and read back from it. Whoever composes and checks goes on with the labels themselves,
 * so that the gates hold what a model will read against the gold.
 */
export function nameLabels(carrier: Carrier, form: TaskForm, { nameOf, labelOf }: LabelNaming): Carrier {
  const named = (asked: Asked): Asked => ({ ...asked, schema: renameSchema(asked.schema, form, nameOf) })
  const lowered = ({ answer, places }: Parameters<Carrier['render']>[0]) => ({
    answer: renameAnswer(answer, form, nameOf),
    places,
  })
  return {
    ...carrier,
    canCarry: (given, asked, parameters) => carrier.canCarry(lowered(given), named(asked), parameters),
    render: (given, asked, parameters) => carrier.render(lowered(given), named(asked), parameters),
    parse: (output, asked, parameters) =>
      renameAnswer(carrier.parse(output, named(asked), parameters), form, labelOf),
  }
}

type Rename = (label: string) => string

/** In classification the one group is named by Gloss, and the labels are its items. */
function renameSchema(schema: Asked['schema'], form: TaskForm, rename: Rename): Asked['schema'] {
  return form === 'tc' ? schema : schema.map((asked) => ({ ...asked, label: rename(asked.label) }))
}

function renameAnswer(answer: Answer, form: TaskForm, rename: Rename): Answer {
  return answer.map(({ label, items }) =>
    form === 'tc'
      ? { label, items: items.map((item) => (typeof item === 'string' ? rename(item) : item)) }
      : { label: rename(label), items },
  )
}
