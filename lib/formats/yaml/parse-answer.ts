import { gatherAnswer, type ReadEntry } from '@/lib/formats/gather-answer'
import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { readYaml, type YamlLine } from '@/lib/formats/read-yaml'
import type { Parameters } from '@/lib/formats/yaml/schema'
import type { Answer, AnswerItem, AskedLabel, FieldValue } from '@/lib/tasks/model'

/** Reads block lists of strings or records, in any indentation that YAML allows for them. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const isByLabel = parameters.layout === 'by-label'
  const isEmpty = output.trim() === (isByLabel ? '{}' : '[]')
  const lines = isEmpty ? [] : readYaml(output)
  if (!isEmpty && !lines.length) throw new AnswerSyntaxError('Expected a mapping or a list', 0)
  const asked = new Map(schema.map((one) => [one.label, one]))
  const entries = isByLabel ? readGroups(lines, asked) : readRecords(lines, asked, parameters)
  return gatherAnswer(entries, schema, {
    empty: isByLabel ? parameters.empty : 'leave-out',
    end: output.length,
  })
}

type AskedByLabel = ReadonlyMap<string, AskedLabel>

function readGroups(lines: readonly YamlLine[], asked: AskedByLabel): ReadEntry[] {
  const seen = new Set<string>()
  return blocksOf(lines, ({ dash, column }) => !dash && column === 0).flatMap(
    ([head, ...rest]): ReadEntry[] => {
      const { at, key, value } = head!
      if (key === undefined) throw new AnswerSyntaxError('Expected a key', at)
      const { label, fields } = askedFor(key, { asked, at })
      if (seen.has(label)) throw new AnswerSyntaxError(`The key ${shown(label)} comes twice`, at)
      seen.add(label)
      if (Array.isArray(value) && !value.length && !rest.length) return [{ label, item: null, at }]
      if (value !== undefined || !rest.length) throw new AnswerSyntaxError('Expected a list', at)
      return itemsOf(rest).map((block) => ({ label, item: readItem(block, fields), at: block[0]!.at }))
    },
  )
}

function readRecords(lines: readonly YamlLine[], asked: AskedByLabel, parameters: Parameters): ReadEntry[] {
  return itemsOf(lines).map(([head, ...rest]) => {
    const { at, key, value } = head!
    if (key !== parameters.groupKey || typeof value !== 'string')
      throw new AnswerSyntaxError(`Expected the key ${shown(parameters.groupKey)} and a label`, at)
    const { label, fields } = askedFor(value, { asked, at })
    if (fields.length) return { label, item: readFields(rest, fields, at), at }
    const [text] = readPairs(rest, [parameters.itemKey], at)
    if (typeof text !== 'string') throw new AnswerSyntaxError('Expected a string', rest[0]!.at)
    return { label, item: text, at }
  })
}

/** The items of a list: all dashes at one column, the other lines of a record right below its first key. */
function itemsOf(lines: readonly YamlLine[]): YamlLine[][] {
  const blocks = blocksOf(lines, ({ dash }) => dash)
  const column = lines[0]?.column
  for (const [head, ...rest] of blocks) {
    const odd = [head!, ...rest].find((line) => line.column !== column || line.dash !== (line === head))
    if (odd) throw new AnswerSyntaxError('Not where the list has its items', odd.at)
  }
  return blocks
}

/** Cuts lines into blocks, each of which begins with a line of this kind; what comes before the first is one too. */
function blocksOf(lines: readonly YamlLine[], begins: (line: YamlLine) => boolean): YamlLine[][] {
  const blocks: YamlLine[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last && !begins(line)) last.push(line)
    else blocks.push([line])
  }
  return blocks
}

function readItem(block: readonly YamlLine[], fields: readonly string[]): AnswerItem {
  const [{ at, key, value }] = block as [YamlLine]
  if (fields.length) return readFields(block, fields, at)
  if (key !== undefined || typeof value !== 'string' || block.length > 1)
    throw new AnswerSyntaxError('Expected a string', at)
  return value
}

function readFields(lines: readonly YamlLine[], fields: readonly string[], at: number): AnswerItem {
  const values = readPairs(lines, fields, at)
  return Object.fromEntries(fields.map((field, i) => [field, values[i]!]))
}

/** The values of exactly these keys in this order. */
function readPairs(lines: readonly YamlLine[], keys: readonly string[], at: number): FieldValue[] {
  const values = keys.map((key, i) => {
    const line = lines[i]
    if (line?.key !== key || line.value === undefined)
      throw new AnswerSyntaxError(`Expected the key ${shown(key)} and its value`, line?.at ?? at)
    if (Array.isArray(line.value) && line.value.length < 2)
      throw new AnswerSyntaxError('A list of fewer than two values', line.at)
    return line.value
  })
  const extra = lines[keys.length]
  if (extra) throw new AnswerSyntaxError('Expected no more keys', extra.at)
  return values
}

function askedFor(label: string, { asked, at }: { asked: AskedByLabel; at: number }): AskedLabel {
  const found = asked.get(label)
  if (!found) throw new AnswerSyntaxError(`${shown(label)} was not asked for`, at)
  return found
}
