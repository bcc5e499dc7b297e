import { expect, it } from 'vitest'
import * as route from '@/app/api/[[...path]]/route'
import { errorBodySchema } from '@/lib/platform/schema'

it.each(Object.entries(route))(
  'an address that does not exist is refused as any error: %s',
  async (method, handler) => {
    const answer = await handler(new Request('http://gloss.test/api/nope/1?x=y', { method }))
    expect(answer.status).toBe(404)
    expect(errorBodySchema.parse(await answer.json()).error).toMatchObject({
      code: 'not_found',
      reason: 'address-unknown',
      message: expect.stringContaining('/api/nope/1.'),
    })
  },
)

it('is refused in every method that Next knows', () => {
  expect(Object.keys(route).toSorted()).toEqual(['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'])
})
