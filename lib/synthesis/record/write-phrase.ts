import type { AskedSchema, TaskPhrases } from '@/lib/tasks/model'

/** Fills the slots `{name}` of a phrase once: what is put in is not read again, whatever it holds. */
export function writePhrase(phrase: string, slots: Record<string, string>): string {
  if (!phrase.includes('{')) return phrase
  return phrase.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot)
}

type Marks = Pick<TaskPhrases, 'comma'>

/** Names of labels as a list in a sentence, each with the fields that are asked of it. */
export function writeLabels(schema: AskedSchema, phrases: Marks): string {
  return schema.map((one) => writeLabel(one.label) + inBrackets(one.fields, phrases)).join(phrases.comma)
}

/** A name as it stands in a sentence. One that could be misread there stands as a JSON string. */
export function writeLabel(label: string): string {
  return PLAIN.test(label) ? label : JSON.stringify(label)
}

/** The fields of records; where they differ from group to group, with the group that has them. */
export function writeFields(groups: AskedSchema, { comma }: Marks): string {
  const listed = groups.map(({ fields }) => fields.map(writeLabel).join(withinOf(comma)))
  if (new Set(listed).size <= 1) return listed[0] ?? ''
  const own = groups.map(({ label }, at) => `${listed[at]}${inBrackets([label], { comma })}`)
  return own.join(isDense(comma) ? '；' : '; ')
}

function inBrackets(names: readonly string[], { comma }: Marks): string {
  if (!names.length) return ''
  const list = names.map(writeLabel).join(withinOf(comma))
  return isDense(comma) ? `（${list}）` : ` (${list})`
}

const withinOf = (comma: string) => (isDense(comma) ? '、' : ', ')
const isDense = (comma: string) => /[、；，]/.test(comma)

const PLAIN = /^[\p{L}\p{N}_]+(?:[ ._/&+-]+[\p{L}\p{N}_]+)*$/u
