import { findCarrier } from '@/lib/formats/find-carrier'
import type { Asked, Carrier, CarrierName, Wording } from '@/lib/formats/model'
import type { Draw } from '@/lib/synthesis/make-draw'
import type { LabelNaming } from '@/lib/synthesis/model'
import { nameLabels } from '@/lib/synthesis/name-labels'
import type { PreparedFormat } from '@/lib/synthesis/prepared/model'
import { askingOf } from '@/lib/synthesis/record/asking-of'
import type { Carried, Task } from '@/lib/synthesis/record/model'
import type { Lowered, PhraseLanguage } from '@/lib/tasks/model'

type Given = { lowered: Lowered; asked: Asked; naming: LabelNaming | null }

/** One of the recipe's carriers, by weight; the next where it cannot hold the answer, and null where none can. */
export function carryPlainly(draw: Draw, task: Task, given: Given): Carried | null {
  const { carriers } = task.recipe
  const names = draw.byWeight(Object.keys(carriers) as CarrierName[], (name) => carriers[name] ?? 0)
  for (const [at, name] of names.entries()) {
    const [carrier, parameters] = [named(name, task, given), defaultsOf(name)]
    const carried = { carrier, parameters, format: null, isSecondChoice: at > 0 }
    if (holds(carried, task, given)) return carried
  }
  return null
}

/** One of the release's format variants for this task form, by the weights of carriers; null where none can hold the answer. */
export function carryByFormat(draw: Draw, task: Task, given: Given): Carried | null {
  const { release, recipe, prepared } = task
  const isFor = ({ forms }: PreparedFormat) => forms.length === 0 || forms.includes(prepared.form)
  const weightOf = ({ carrier }: PreparedFormat) => recipe.formatCarriers[carrier] ?? 1
  for (const [at, format] of draw.byWeight(release.formats.filter(isFor), weightOf).entries()) {
    const [carrier, { parameters }] = [named(format.carrier, task, given), format]
    const carried = { carrier, parameters, format, isSecondChoice: at > 0 }
    if (holds(carried, task, given)) return carried
  }
  return null
}

/**
 * Can it be asked for, and hold the answer? An answer without items says nothing of fields that no sentence could ask for, nor of
 * classes, which are no pieces of the text: only texts of no class would be answered by a marked text, and the question tell so.
 */
function holds(carried: Carried, { language, prepared }: Task, { lowered, asked }: Given): boolean {
  const { carrier, parameters } = carried
  if (carrier.marksText && askingOf(prepared.form) === 'classes') return false
  const areRecords = asked.schema.some(({ fields }) => fields.length > 0)
  if (areRecords && !wordingOf(carried, language).askRecords.length) return false
  return carrier.canCarry(lowered, asked, parameters).carries
}

/** The carrier as it writes the labels of this record. */
function named(name: CarrierName, { prepared }: Task, { naming }: Given): Carrier {
  const carrier = findCarrier(name)
  return naming ? nameLabels(carrier, prepared.form, naming) : carrier
}

const defaults = new Map<CarrierName, unknown>()

/** The parameters of a carrier of which nothing was chosen. */
function defaultsOf(name: CarrierName): unknown {
  if (!defaults.has(name)) defaults.set(name, findCarrier(name).parameters.parse({}))
  return defaults.get(name)
}

const wordings = new WeakMap<object, Record<PhraseLanguage, Wording>>()

/** How the instruction asks for it: the sentences that people approved with a format variant, else the carrier's own. */
export function wordingOf({ carrier, parameters, format }: Carried, language: PhraseLanguage): Wording {
  const key = parameters as object
  const known = wordings.get(key) ?? carrier.wording(parameters)
  wordings.set(key, known)
  const own = known[language]
  if (!format) return own
  const askRecords = format.askRecords[language].length ? format.askRecords[language] : own.askRecords
  return { ...own, ask: format.ask[language], askRecords }
}
