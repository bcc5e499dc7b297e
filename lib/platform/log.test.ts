import { expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { errorForLog } from '@/lib/platform/log'

it('keeps of an error what it says, not the connection or the row that it carries', async () => {
  const client = await pool().connect()
  const refused = await client
    .query(`SELECT * FROM jsonb_to_record('{"a": "secret gold"}') AS x(a int)`)
    .catch((error) => error)
  client.release()
  const logged = errorForLog(Object.assign(refused, { client, detail: 'Key (text)=(secret gold)' }))
  expect(Object.keys(logged)).toEqual(['type', 'message', 'stack', 'code'])
  expect(logged).toMatchObject({ type: 'DatabaseError', code: '22P02' })
})
