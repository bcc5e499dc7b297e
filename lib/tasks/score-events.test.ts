import { describe, expect, it } from 'vitest'
import { scoreEe } from '@/lib/tasks/ee/score'
import { scoreEea } from '@/lib/tasks/eea/score'
import { scoreEet } from '@/lib/tasks/eet/score'
import type { Answer } from '@/lib/tasks/model'

// "Vega bought the mill in May; the bank lent to Vega and sold the boat."
const expected: Answer = [
  {
    label: 'purchase',
    items: [
      { trigger: 'bought', buyer: 'Vega', thing: 'the mill', time: 'May' },
      { trigger: 'sold', buyer: null, thing: 'the boat', time: null },
    ],
  },
  { label: 'loan', items: [{ trigger: 'lent', lender: 'the bank', borrower: ['Vega', 'the mill'] }] },
]

describe('the score of events', () => {
  it('counts triggers with their type, and arguments with their type and role', () => {
    const given: Answer = [
      {
        label: 'purchase',
        items: [
          { trigger: 'bought', buyer: 'Vega', thing: 'the boat', time: null },
          { trigger: 'sold', buyer: 'the bank', thing: 'the mill', time: null },
        ],
      },
      { label: 'loan', items: [{ trigger: 'lent to', lender: 'the bank', borrower: 'Vega' }] },
    ]
    const { overall, byLabel } = scoreEe([{ expected, given, language: 'en' }])
    // Triggers: bought and sold of 3 given, 3 expected.
    expect(overall.triggerMicroF1).toBeCloseTo(2 / 3)
    // Arguments of purchase: Vega, the mill, the boat of 4 given (the bank is wrong), 4 expected (May is missing).
    expect(byLabel.purchase).toMatchObject({ argumentPrecision: 3 / 4, argumentRecall: 3 / 4 })
    // Of loan: both given are right, one of three is missing. So 5 of 6 given and of 7 expected.
    expect(byLabel.loan).toMatchObject({ argumentPrecision: 1, argumentRecall: 2 / 3, argumentF1: 4 / 5 })
    expect(overall.argumentMicroF1).toBeCloseTo(10 / 13)
    // With the trigger: only Vega of bought; mill and boat went to the wrong events, and "lent to" is no trigger.
    expect(overall.attachedArgumentMicroPrecision).toBeCloseTo(1 / 6)
    expect(overall.attachedArgumentMicroRecall).toBeCloseTo(1 / 7)
  })

  /**
   * The sentence of figure 1 of Li, Ji and Huang 2013, with its events as they show them: "In Baghdad, a cameraman died when an
   * American tank fired on the Palestine Hotel." What a pipeline misses there is that the cameraman is a target of the attack.
   */
  it('counts the example of its paper by its criteria', () => {
    const die = { trigger: 'died', Place: 'Baghdad', Victim: 'cameraman', Instrument: 'tank' }
    const attack = { trigger: 'fired', Place: 'Baghdad', Instrument: 'tank' }
    const answer = (Target: string | string[]): Answer => [
      { label: 'Die', items: [die] },
      { label: 'Attack', items: [{ ...attack, Target } as (typeof expected)[0]['items'][0]] },
    ]
    const missed = [{ expected: answer(['cameraman', 'Palestine Hotel']), given: answer('Palestine Hotel') }]
    const { overall } = scoreEe(missed.map((one) => ({ ...one, language: 'en' as const })))
    expect(overall).toMatchObject({
      triggerMicroF1: 1,
      argumentMicroPrecision: 1,
      argumentMicroRecall: 6 / 7,
    })
  })

  it('scores triggers given as strings, and arguments without the trigger', () => {
    const triggers: Answer = [{ label: 'loan', items: ['lent', 'lent'] }]
    const one: Answer = [{ label: 'loan', items: ['lent'] }]
    expect(scoreEet([{ expected: triggers, given: one, language: 'en' }])).toEqual({
      overall: {
        triggerMicroPrecision: 1,
        triggerMicroRecall: 0.5,
        triggerMicroF1: 2 / 3,
        triggerMacroPrecision: 1,
        triggerMacroRecall: 0.5,
        triggerMacroF1: 2 / 3,
      },
      byLabel: { loan: { triggerPrecision: 1, triggerRecall: 0.5, triggerF1: 2 / 3 } },
    })
    const names = Object.keys(scoreEea([{ expected, given: expected, language: 'en' }]).overall)
    expect(names.some((name) => name.startsWith('trigger'))).toBe(false)
  })

  it('has no figure for arguments where neither answer has any', () => {
    const bare: Answer = [{ label: 'loan', items: [{ trigger: 'lent', lender: null }] }]
    expect(scoreEe([{ expected: bare, given: bare, language: 'en' }]).overall).toMatchObject({
      triggerMicroF1: 1,
      argumentMicroF1: null,
      attachedArgumentMacroF1: null,
    })
  })
})
