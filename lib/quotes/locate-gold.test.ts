import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateGold } from '@/lib/quotes/locate-gold'
import { type QuotedGold, quotedGoldSchemas } from '@/lib/quotes/model'
import { quoteGold } from '@/lib/quotes/quote-gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import { hostileEvents, hostileRelations, hostileSpans } from '@/prisma/factories/golds'

const TEXT = 'The Greens met the Greens of Oslo , and Oslo said no . 澜湾区的区长来了。'

/** An answer of a form, changed by hand, found in its text again. */
function locate(form: TaskForm, gold: unknown, change: (quoted: never) => unknown, text = TEXT) {
  const canonical = findTaskForm(form).canonical(gold)
  const quoted = structuredClone(quoteGold(form, { text, gold: canonical }))
  return locateGold(form, { text, gold: canonical, quoted: change(quoted as never) as QuotedGold })
}

describe('a gold in quotes', () => {
  const hostile = [
    ['ner', hostileSpans.map(({ text, spans }) => ({ text, gold: { spans } as unknown }))],
    ['re', hostileRelations],
    ['ee', hostileEvents],
  ] as const
  for (const [form, cases] of hostile)
    it(`comes back as it was, whatever it holds: ${form}`, () => {
      fc.assert(
        fc.property(cases, ({ text, gold: written }) => {
          const definition = findTaskForm(form)
          const gold = definition.canonical(written)
          fc.pre(definition.faults(text, gold).length === 0)
          const quoted = quotedGoldSchemas[form].parse(
            JSON.parse(JSON.stringify(quoteGold(form, { text, gold }))),
          )
          expect(locateGold(form, { text, gold, quoted })).toEqual({ gold })
        }),
      )
    })

  it('finds new places by their words, the whole word before the part of one', () => {
    const widened = locate('ner', { spans: [{ start: 4, end: 10, label: 'party' }] }, () => ({
      spans: [
        { quote: 'The Greens', nth: null, label: 'party' },
        { quote: 'the Greens', nth: null, label: 'party' },
        { quote: '区长', nth: null, label: 'title' },
        { quote: 'no', nth: null, label: 'word' },
      ],
    }))
    expect(widened).toEqual({
      gold: {
        spans: [
          { start: 0, end: 10, label: 'party' },
          { start: 15, end: 25, label: 'party' },
          { start: 50, end: 52, label: 'word' },
          { start: 59, end: 61, label: 'title' },
        ],
      },
    })
  })

  it('says which words it cannot place, and why', () => {
    const located = locate('ner', { spans: [] }, () => ({
      spans: [
        { quote: 'the greens', nth: null, label: 'party' },
        { quote: 'Oslo', nth: null, label: 'place' },
        { quote: 'Oslo', nth: 3, label: 'place' },
      ],
    }))
    expect(located).toEqual({
      faults: [
        'spans[0]: The text does not have “the greens” in these very words.',
        'spans[1]: The text has “Oslo” 2 times: say which, by "nth", or quote more words.',
        'spans[2]: The text has “Oslo” 2 times; there is no number 3.',
      ],
    })
  })

  it('takes words that were copied with our marks, or with other spaces', () => {
    const gold = { spans: [] }
    const copied = locate(
      'ner',
      gold,
      () => ({
        spans: [
          { quote: '⟦Greens|party⟧ of Oslo', nth: null, label: 'party' },
          { quote: 'Oslo  said\nno', nth: null, label: 'word' },
          { quote: 'a⟦U+202E⟧b', nth: null, label: 'word' },
        ],
      }),
      `${TEXT} a\u202eb`,
    )
    expect(
      'gold' in copied &&
        (copied.gold as { spans: { start: number; end: number }[] }).spans.map(({ start, end }) => [
          start,
          end,
        ]),
    ).toEqual([
      [19, 33],
      [40, 52],
      [65, 68],
    ])
  })

  it('keeps attributes and further mentions of what keeps its id, and moves the ends of relations along', () => {
    const entities = [
      { start: 4, end: 10, label: 'party', attributes: { colour: 'green' }, also: [[19, 25]] },
      { start: 29, end: 33, label: 'city' },
    ]
    const gold = { entities, relations: [{ type: 'in', head: 0, tail: 1 }] }
    const located = locate('re', gold, ({ entities: [first, second], relations }: QuotedGold<'re'>) => ({
      entities: [
        second,
        { ...first, quote: 'The Greens' },
        { id: 'new', quote: '澜湾区', nth: null, label: 'city' },
      ],
      relations: [...relations, { head: 'new', type: 'in', tail: 'e2' }],
    }))
    expect(located).toEqual({
      gold: {
        entities: [
          { start: 0, end: 10, label: 'party' },
          { start: 29, end: 33, label: 'city' },
          { start: 55, end: 58, label: 'city' },
        ],
        relations: [
          { type: 'in', head: 0, tail: 1 },
          { type: 'in', head: 2, tail: 1 },
        ],
      },
    })
    expect(
      locate('re', gold, (quoted: object) => ({
        ...quoted,
        relations: [{ head: 'e1', type: 'in', tail: 'e9' }],
      })),
    ).toEqual({
      faults: ['relations[0].tail: there is no entity with the id “e9”.'],
    })
  })

  it('takes an event out, with whatever was filled by it', () => {
    const said = { start: 45, end: 49 }
    const gold = {
      events: [
        { type: 'meet', trigger: { start: 11, end: 14 }, arguments: [{ start: 4, end: 10, role: 'who' }] },
        {
          type: 'say',
          trigger: said,
          arguments: [{ event: 0, role: 'about' }],
          attributes: { negated: 'true' },
        },
      ],
    }
    const located = locate('ee', gold, ({ events }: QuotedGold<'ee'>) => ({ events: events.slice(1) }))
    expect(located).toEqual({
      gold: { events: [{ type: 'say', trigger: said, arguments: [], attributes: { negated: 'true' } }] },
    })
  })

  it('reads tuples, answers, classes and responses', () => {
    const tuples = locate('openie', { tuples: [] }, () => ({
      tuples: [
        {
          predicate: { quote: 'met', nth: null },
          arguments: [
            { quote: 'The Greens', nth: null },
            { quote: 'each other', nth: null },
          ],
        },
      ],
    }))
    expect(tuples).toEqual({
      gold: {
        tuples: [
          {
            predicate: { text: 'met', start: 11, end: 14 },
            arguments: [{ text: 'The Greens', start: 0, end: 10 }, { text: 'each other' }],
          },
        ],
      },
    })
    const reading = { question: 'Who?', answers: [{ text: 'Greens', start: 4 }], answerable: true }
    const whole = (quote: string) => locate('mrc', reading, () => ({ answers: [{ quote, nth: null }] }))
    expect(whole('The Greens')).toEqual({ gold: { ...reading, answers: [{ text: 'The Greens', start: 0 }] } })
    expect(whole('the Blues')).toMatchObject({ faults: [expect.stringContaining('the Blues')] })
    expect(locate('mrc', reading, () => ({ answers: [] }))).toEqual({
      gold: { ...reading, answers: [], answerable: false },
    })
    const choice = { question: 'Who?', answers: [{ text: 'A' }], answerable: true, options: ['A', 'B'] }
    expect(locate('mrc', choice, () => ({ answers: [{ quote: 'C', nth: null }] }))).toMatchObject({
      faults: [expect.any(String)],
    })
    expect(locate('tc', { labels: ['b'], multi: true }, () => ({ labels: ['c', 'a'] }))).toEqual({
      gold: { labels: ['a', 'c'], multi: true },
    })
    expect(locate('tc', { labels: ['b'], multi: false }, () => ({ labels: ['a', 'b'] }))).toMatchObject({
      faults: [expect.any(String)],
    })
    const talk = {
      turns: [
        { from: 'user', text: TEXT },
        { from: 'assistant', text: 'Yes.' },
      ],
    }
    expect(locate('general', talk, () => ({ response: 'No.' }))).toEqual({
      gold: { turns: [talk.turns[0], { from: 'assistant', text: 'No.' }] },
    })
  })
})
