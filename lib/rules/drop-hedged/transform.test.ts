import { describe, expect, it } from 'vitest'
import { obey } from '@/prisma/factories/obeyed-answers'

const parameters = { kinds: ['speculated'], attributes: ['Speculated'], values: ['true'] }
const event = (type: string, at: number, more: object = {}) => ({
  type,
  trigger: { start: at, end: at + 1 },
  arguments: [],
  ...more,
})
const hedged = { attributes: { Speculated: 'true' } }
const text = 'a b c d'

describe('events that are only supposed', () => {
  it('are left out, and go as arguments of others too', () => {
    const gold = {
      events: [
        event('x', 0, {
          arguments: [
            { role: 'cause', event: 1 },
            { role: 'effect', event: 2 },
          ],
        }),
        event('x', 2, hedged),
        event('x', 4, { attributes: { Speculated: 'false' } }),
      ],
    }
    const given = { text, gold, form: 'ee' as const, fields: ['cause', 'effect'] }
    expect(obey('drop-hedged', parameters, given).answer).toEqual({
      x: [
        { trigger: 'a', cause: null, effect: 'c' },
        { trigger: 'c', cause: null, effect: null },
      ],
    })
  })

  it('stay where an event out of scope names them, so that nothing changes there', () => {
    const gold = {
      events: [
        event('y', 0, { arguments: [{ role: 'cause', event: 1 }] }),
        event('x', 2, hedged),
        event('x', 4, hedged),
      ],
    }
    const given = { text, gold, form: 'eet' as const, labels: ['x'] }
    expect(obey('drop-hedged', parameters, given).answer).toEqual({ y: ['a'], x: ['b'] })
  })
})
