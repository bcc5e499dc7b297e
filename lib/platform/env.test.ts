import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { envSchema, parseEnv } from '@/lib/platform/env'

/** Read before the product's code is there, or outside it: by the start and by the command line. */
const READ_ELSEWHERE = ['HOST', 'PORT', 'GLOSS_TOKEN']

const example = readFileSync('.env.example', 'utf8')
const lines = [...example.matchAll(/^# ([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => ({
  name,
  value,
}))

const needed = { DATABASE_URL: 'postgresql://gloss@127.0.0.1/gloss', GLOSS_SECRET: 's'.repeat(32) }

describe('.env.example', () => {
  it('explains every variable that Gloss reads, once, and no other', () => {
    const names = lines.map(({ name }) => name)
    expect(names.toSorted()).toEqual([...Object.keys(envSchema.shape), ...READ_ELSEWHERE].toSorted())
    for (const block of example.split('\n\n').slice(1))
      expect(block, 'words before the variables').toMatch(/^# [^\n=]{20}/)
  })

  it('shows the defaults as they are', () => {
    const shown = Object.fromEntries(lines.map(({ name, value }) => [name, value]))
    expect(parseEnv({ ...shown, ...needed })).toEqual(parseEnv(needed))
  })
})

describe('the environment', () => {
  it('names every variable at fault at once', () => {
    const faulty = { GLOSS_SECRET: 'short', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' }
    expect(() => parseEnv(faulty)).toThrow(/DATABASE_URL[\s\S]*GLOSS_SECRET[\s\S]*LOG_LEVEL/)
  })

  it('sends cookies over HTTPS only when the address says so, unless told', () => {
    const secure = (given: Record<string, string>) => parseEnv({ ...needed, ...given }).secureCookies
    expect(secure({})).toBe(false)
    expect(secure({ GLOSS_URL: 'https://gloss.example.org' })).toBe(true)
    expect(secure({ GLOSS_URL: 'https://gloss.example.org', GLOSS_SECURE_COOKIES: '0' })).toBe(false)
  })
})
