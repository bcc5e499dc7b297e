import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeSchema } from '@/lib/platform/llm/write-schema'

describe('the schema that a service holds a model to', () => {
  it('has every key and no bounds, so that strict services take it', () => {
    const schema = z.object({
      format: z.string().min(1).max(9).regex(/a/).default('a'),
      pairs: z
        .array(z.tuple([z.string(), z.string()]))
        .max(3)
        .default([]),
      choice: z.union([z.null(), z.object({ name: z.literal('x'), minimum: z.int().min(1) })]),
    })
    expect(writeSchema(schema)).toEqual({
      type: 'object',
      properties: {
        format: { type: 'string' },
        pairs: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
        choice: {
          anyOf: [
            { type: 'null' },
            {
              type: 'object',
              properties: { name: { type: 'string', const: 'x' }, minimum: { type: 'integer' } },
              required: ['name', 'minimum'],
              additionalProperties: false,
            },
          ],
        },
      },
      required: ['format', 'pairs', 'choice'],
      additionalProperties: false,
    })
  })
})
