import { outputSchemas } from '@/lib/corpora/formats/iepile/schema'
import { error, type Fault, shapeFaults } from '@/lib/corpora/formats/report-faults'

/** What a record says of its text, the words not yet placed in it. A list is null where nobody looked for such things. */
export type Said = {
  entities: { words: string; label: string; attributes?: Record<string, string[]>; name: string }[] | null
  relations:
    | {
        type: string
        head: { words: string; label: string; name: string }
        tail: { words: string; label: string; name: string }
      }[]
    | null
  events:
    | {
        type: string
        trigger: { words: string; name: string } | null
        arguments: { role: string; words: string; name: string }[]
      }[]
    | null
}

const NOTHING: Said = { entities: null, relations: null, events: null }

/** The answer to an instruction of a task, in which the asked labels are the keys; or why it cannot be read. */
export function readTaskAnswer(
  task: string,
  { output, schema }: { output: unknown; schema: readonly unknown[] },
): Said | { faults: Fault[] } {
  if (task === 'NER') return readLabels(output)
  if (task === 'RE' || task === 'SPO') return readRelations(output, schema)
  if (task === 'KG') return readEntities(output)
  if (task === 'EET') return readTriggers(output)
  return readEvents(output)
}

type Answered = Said | { faults: Fault[] }

function readLabels(output: unknown): Answered {
  const parsed = outputSchemas.labels.safeParse(output)
  if (!parsed.success) return { faults: faultsOf(parsed.error) }
  const entities = Object.entries(parsed.data).flatMap(([label, all]) =>
    all.map((words, i) => ({ words, label, name: `output.${label}[${i}]` })),
  )
  return { ...NOTHING, entities }
}

function readRelations(output: unknown, schema: readonly unknown[]): Answered {
  const parsed = outputSchemas.relations.safeParse(output)
  if (!parsed.success) return { faults: faultsOf(parsed.error) }
  const types = typesIn(schema)
  const relations = Object.entries(parsed.data).flatMap(([type, all]) =>
    all.map(({ subject, object }, i) => {
      const [head, tail] = types.get(type) ?? ['', '']
      const name = `output.${type}[${i}]`
      return {
        type,
        head: { words: subject, label: head, name: `${name}.subject` },
        tail: { words: object, label: tail, name: `${name}.object` },
      }
    }),
  )
  return { ...NOTHING, relations }
}

/** The types of both ends of a relation, where the schema gives them once. */
function typesIn(schema: readonly unknown[]): Map<string, [head: string, tail: string]> {
  const types = new Map<string, [string, string]>()
  for (const one of schema) {
    const { subject_type: head, predicate, object_type: tail } = Object(one) as Record<string, unknown>
    if (typeof predicate !== 'string' || typeof head !== 'string' || typeof tail !== 'string') continue
    types.set(predicate, types.has(predicate) ? ['', ''] : [head, tail])
  }
  return types
}

function readEntities(output: unknown): Answered {
  const parsed = outputSchemas.entities.safeParse(output)
  if (!parsed.success) return { faults: faultsOf(parsed.error) }
  const entities = Object.entries(parsed.data).flatMap(([label, all]) =>
    Object.entries(all).map(([words, attributes]) => ({
      words,
      label,
      attributes,
      name: `output.${label}.${words}`,
    })),
  )
  return { ...NOTHING, entities, relations: [] }
}

function readTriggers(output: unknown): Answered {
  const parsed = outputSchemas.labels.safeParse(output)
  if (!parsed.success) return { faults: faultsOf(parsed.error) }
  const events = Object.entries(parsed.data).flatMap(([type, all]) =>
    all.map((words, i) => ({ type, trigger: { words, name: `output.${type}[${i}]` }, arguments: [] })),
  )
  return { ...NOTHING, events }
}

function readEvents(output: unknown): Answered {
  const parsed = outputSchemas.events.safeParse(output)
  if (!parsed.success) return { faults: faultsOf(parsed.error) }
  const events = Object.entries(parsed.data).flatMap(([type, all]) =>
    all.map(({ trigger = [], arguments: roles }, i) => {
      const name = `output.${type}[${i}]`
      return {
        type,
        trigger: trigger[0] === undefined ? null : { words: trigger[0], name: `${name}.trigger` },
        arguments: Object.entries(roles).flatMap(([role, values]) =>
          values.map((words) => ({ role, words, name: `${name}.${role}` })),
        ),
      }
    }),
  )
  return { ...NOTHING, events }
}

function faultsOf(problem: Parameters<typeof shapeFaults>[0]): Fault[] {
  const [first] = shapeFaults(problem, 'answer-malformed')
  return [
    error('answer-malformed', `output.${first?.message ?? ''}`, {
      ...first?.params,
      at: `output.${first?.params?.at ?? ''}`,
    }),
  ]
}
