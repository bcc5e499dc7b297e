import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/schema'
import { chordSchema, chosenKeysSchema, deskCommandNames } from '@/lib/reviews/keys/model'

export const readKeysEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/account/keys',
  summary: 'The keys of the desk that the caller chose; every other command has the key it comes with',
  access: 'signed-in',
  response: z.object({ keys: chosenKeysSchema }),
})

export const remapKeysEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/account/keys',
  summary: 'Give commands of the desk other keys; null gives back the one that a command comes with',
  access: 'signed-in',
  sessionOnly: true,
  body: z.strictObject({ keys: z.partialRecord(z.enum(deskCommandNames), chordSchema.nullable()) }),
  response: z.object({ keys: chosenKeysSchema }),
})
