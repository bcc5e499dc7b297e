import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEeGold, type EeGold, type Event, eeFaults, eeGoldSchema } from '@/lib/tasks/ee/gold'
import { eeForm } from '@/lib/tasks/ee/task-form'
import { eeaForm } from '@/lib/tasks/eea/task-form'
import { eetForm } from '@/lib/tasks/eet/task-form'
import { hostileEvents, reorderedEvents } from '@/prisma/factories/golds'

const TEXT = 'The crew 🚢 repaired the pump and its valve after the storm hit the harbour.'
const at = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length
  return { start, end: start + [...words].length }
}

const storm: Event = {
  type: 'damage',
  trigger: at('hit'),
  arguments: [
    { role: 'cause', ...at('the storm') },
    { role: 'thing', ...at('the harbour') },
  ],
}
const repair: Event = {
  type: 'repair',
  trigger: at('repaired'),
  arguments: [
    { role: 'thing', ...at('its valve') },
    { role: 'thing', ...at('the pump'), arguments: [{ role: 'kind', ...at('pump') }] },
    { role: 'agent', ...at('The crew') },
    { role: 'after', event: 0 },
  ],
  attributes: { mood: 'asserted' },
}
const gold = canonicalEeGold({ events: [storm, repair] })

describe('gold of events', () => {
  it('stands in the order of the text, and what points at an event follows it', () => {
    expect(gold.events.map(({ type }) => type)).toEqual(['repair', 'damage'])
    expect(gold.events[0]!.arguments.at(-1)).toEqual({ role: 'after', event: 1 })
    expect(gold.events[0]!.arguments.map(({ role }) => role)).toEqual(['agent', 'thing', 'thing', 'after'])
    expect(eeGoldSchema.parse(gold)).toEqual(gold)
    expect(eeFaults(TEXT, gold)).toEqual([])
  })

  it('is the same in whatever order it is given, and canonical once, even where events name each other in a circle', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(hostileEvents, order, ({ text, gold: given }, turned) => {
        const once = canonicalEeGold(given)
        expect(canonicalEeGold(once)).toStrictEqual(once)
        expect(canonicalEeGold(reorderedEvents(given, turned))).toStrictEqual(once)
        expect(eeGoldSchema.parse(once)).toStrictEqual(once)
        expect(eeFaults(text, once)).toEqual([])
      }),
    )
  })

  it('keeps events apart that differ only in what the events that they name name', () => {
    const said = (type: string, ...links: number[]): Event => ({
      type,
      trigger: { start: 0, end: 3 },
      arguments: links.map((event) => ({ role: 'of', event })),
    })
    const chains = [said('a', 1), said('b', 2), said('c'), said('a', 4), said('b', 5), said('d')]
    expect(canonicalEeGold({ events: chains }).events).toHaveLength(6)
    const alike = [said('a', 1), said('b', 2), said('c'), said('a', 4), said('b', 5), said('c')]
    expect(canonicalEeGold({ events: alike }).events).toEqual([said('a', 1), said('b', 2), said('c')])
  })

  it('names the place that does not fit its text', () => {
    const broken: EeGold = {
      events: [{ type: ' ', trigger: { start: 3, end: 999 }, arguments: [{ role: 'x', event: 4 }] }],
    }
    expect(eeFaults(TEXT, broken)).toEqual([
      'events[0]: its type is empty.',
      `events[0].trigger: it ends at 999, and the text has ${[...TEXT].length} characters.`,
      'events[0].arguments[0]: there is no event 4.',
    ])
  })
})

describe('lowering events', () => {
  it('gives a record for each event with its trigger, and marks a role that nothing fills', () => {
    const schema = [
      { label: 'repair', fields: ['agent', 'thing', 'thing.kind', 'after', 'place'] },
      { label: 'sale', fields: ['price'] },
    ]
    expect(eeForm.lower(TEXT, gold, schema).answer).toEqual([
      {
        label: 'repair',
        items: [
          {
            trigger: 'repaired',
            agent: 'The crew',
            thing: ['the pump', 'its valve'],
            'thing.kind': 'pump',
            after: 'hit',
            place: null,
          },
        ],
      },
      { label: 'sale', items: [] },
    ])
    expect(eeForm.fieldsIn(gold).get('repair')).toEqual(['agent', 'thing', 'thing.kind', 'after'])
  })

  it('tells a part that is an event by its trigger, and a role called trigger from the trigger', () => {
    const whole = canonicalEeGold({
      events: [
        {
          type: 'repair',
          trigger: at('repaired'),
          arguments: [
            { role: 'after', ...at('the storm'), arguments: [{ role: 'damage', event: 1 }] },
            { role: 'trigger', ...at('The crew') },
            { role: 'trigger_', ...at('the pump') },
          ],
        },
        { type: 'damage', trigger: null, arguments: [{ role: 'thing', ...at('the harbour') }] },
      ],
    })
    const fields = ['trigger_', 'trigger__', 'after', 'after.damage']
    expect(eeForm.fieldsIn(whole).get('repair')).toEqual(fields)
    expect(eeForm.lower(TEXT, whole, [{ label: 'repair', fields }]).answer[0]!.items).toEqual([
      {
        trigger: 'repaired',
        trigger_: 'The crew',
        trigger__: 'the pump',
        after: 'the storm',
        'after.damage': 'damage',
      },
    ])
  })

  it('answers with triggers alone, at their places, as a view of the same gold', () => {
    const schema = [
      { label: 'damage', fields: [] },
      { label: 'repair', fields: [] },
    ]
    expect(eetForm.lower(TEXT, gold, schema)).toEqual({
      answer: [
        { label: 'damage', items: ['hit'] },
        { label: 'repair', items: ['repaired'] },
      ],
      places: [[[at('hit')]], [[at('repaired')]]],
    })
  })

  it('answers with arguments alone where roles are asked for', () => {
    const schema = [
      { label: 'damage', fields: ['cause'] },
      { label: 'repair', fields: [] },
    ]
    const { answer, places } = eeaForm.lower(TEXT, gold, schema)
    expect(answer).toEqual([
      { label: 'damage', items: [{ trigger: 'hit', cause: 'the storm' }] },
      { label: 'repair', items: [] },
    ])
    expect(places).toEqual([[null], []])
  })
})
