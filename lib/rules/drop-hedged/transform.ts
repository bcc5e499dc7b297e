import { z } from 'zod'
import { dropEvents } from '@/lib/rules/drop-events'
import { isInScope, type TransformDefinition } from '@/lib/rules/model'
import { stateScope } from '@/lib/rules/state-scope'
import type { EeGold, Event } from '@/lib/tasks/ee/gold'

const kinds = ['speculated', 'negated'] as const
const parametersSchema = z.object({
  /** What is left out, as the statement says it. */
  kinds: z.array(z.enum(kinds)).min(1).max(2),
  /** By which attributes the corpus marks such events, and with which values. */
  attributes: z.array(z.string().min(1).max(200)).min(1).max(20),
  values: z.array(z.string().min(1).max(200)).min(1).max(20),
})
type Parameters = z.infer<typeof parametersSchema>

/** No event that the text only supposes, or denies, as far as the corpus marks it. */
export const dropHedged: TransformDefinition<Parameters> = {
  name: 'drop-hedged',
  family: 'inclusion',
  forms: ['ee', 'eet', 'eea'],
  parameters: parametersSchema,
  applyGold: (of, parameters) => dropEvents(of, (event) => isHedged(event, parameters)),
  concerns: ({ gold, scope }) => (gold as EeGold).events.some(({ type }) => isInScope(scope, type)),
  statement: (parameters, scope) => {
    const [en, zh] = WORDS[[...new Set(parameters.kinds)].sort().join(' ')]!
    return stateScope(scope, {
      en: [
        `Leave out events that the text presents as ${en}.`,
        `Only what the text states as a fact counts: an event that is ${en} is not listed.`,
        `Skip every event that is ${en}, even where its words are there.`,
      ],
      zh: [
        `不要列出文中${zh}的事件。`,
        `只有作为事实陈述的事件才算数，${zh}的事件不列。`,
        `凡是${zh}的事件，即使文中有相应词语也略去。`,
      ],
    })
  },
}

const WORDS: Record<string, [string, string]> = {
  speculated: ['merely possible or supposed', '仅属可能或推测'],
  negated: ['denied', '被否定'],
  'negated speculated': ['denied, or merely possible or supposed', '被否定或仅属可能、推测'],
}

function isHedged({ attributes = {} }: Event, { attributes: names, values }: Parameters): boolean {
  return names.some((name) => {
    const said = Object.hasOwn(attributes, name) ? attributes[name]! : []
    return [said].flat().some((value) => values.includes(value))
  })
}
