import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { reachDatabase } from './reach-database.mjs'

const server = new URL(inject('testServer').url)
const own = `reach_${process.pid}`
const like = (changes) => Object.assign(new URL(server), changes).href
const complaintAbout = async (url, options) => {
  const error = await reachDatabase(url, options).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect(error.message).toMatch(/^DATABASE_URL: .*\.$/)
  return error.message
}

async function onServer(statement) {
  const client = new pg.Client({ connectionString: like({ pathname: '/postgres' }) })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

beforeAll(() => onServer(`CREATE DATABASE ${own}`))
afterAll(() => onServer(`DROP DATABASE ${own}`))

describe('the database that DATABASE_URL names', () => {
  it('is reached, and nothing is said', async () => {
    await expect(reachDatabase(like({ pathname: `/${own}` }))).resolves.toBeUndefined()
  })

  it('is refused where nobody listens, with the host and what to do', async () => {
    const port = await closedPort()
    const said = await complaintAbout(`postgresql://gloss:s3cret@127.0.0.1:${port}/gloss`)
    expect(said).toContain(`nothing listens at 127.0.0.1:${port}`)
    expect(said).toContain('private server')
    expect(said).not.toContain('s3cret')
  })

  it('is refused with a wrong password, which is not repeated', async () => {
    const said = await complaintAbout(like({ password: 's3cret' }))
    expect(said).toContain('refuses the password of "gloss"')
    expect(said).not.toContain('s3cret')
  })

  it('is refused when it does not exist, unless it may be made', async () => {
    const missing = like({ pathname: '/reach_nowhere' })
    expect(await complaintAbout(missing)).toContain('has no database "reach_nowhere"')
    let asked = 0
    await reachDatabase(missing, { onMissing: () => (asked += 1) })
    expect(asked).toBe(1)
  })

  it('is refused when it does not exist and the account may not make it', async () => {
    const denied = Object.assign(new Error('permission denied to create database'), { code: '42501' })
    const said = await complaintAbout(like({ pathname: '/reach_nowhere' }), {
      onMissing: () => Promise.reject(denied),
    })
    expect(said).toContain('"gloss" may not make one')
  })

  it.each([
    'gloss',
    'mysql://gloss:s3cret@localhost/gloss',
    'postgresql://localhost',
    'postgresql://gloss:s3cret/x@localhost/gloss',
    'postgresql://gloss:12/s3cret@localhost/gloss',
    'postgresql://gloss:12#s3cret@localhost/gloss',
    'postgresql://gloss:12?s3cret@localhost/gloss',
  ])('is refused when it is no address: %s', async (url) => {
    const said = await complaintAbout(url)
    expect(said).toContain('is no address of a PostgreSQL database')
    expect(said).not.toContain('s3cret')
  })
})

function closedPort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
