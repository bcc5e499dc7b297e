import { statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'

const refused = { details: { reason: 'sealed-by-another' } }
const KEYS = ['a', 'b', 'c'].map((letter) => letter.repeat(40))

/** The module as a process sees it that starts with these keys. */
async function processWith(keys: string) {
  vi.resetModules()
  vi.stubEnv('GLOSS_SEAL_KEYS', keys)
  return import('@/lib/platform/seal-secret')
}
afterEach(() => vi.unstubAllEnvs())

describe('a sealed secret', () => {
  it('opens for its owner only, never shows the secret, and is another each time', async () => {
    const { sealSecret, openSecret } = await processWith('')
    const sealed = sealSecret('sk-verdigris', 'connection 1')
    expect(sealed).not.toContain('verdigris')
    expect(sealSecret('sk-verdigris', 'connection 1')).not.toBe(sealed)
    expect(openSecret(sealed, 'connection 1')).toBe('sk-verdigris')
    expect(() => openSecret(sealed, 'connection 2')).toThrow(expect.objectContaining(refused))
  })

  it('does not open when a single character was changed', async () => {
    const { sealSecret, openSecret } = await processWith('')
    const sealed = sealSecret('sk-verdigris', 'c')
    const [form, id, ...parts] = sealed.split('.')
    for (const at of parts.keys()) {
      const bent = parts.map((part, i) => (i === at ? (part[0] === 'A' ? 'B' : 'A') + part.slice(1) : part))
      expect(() => openSecret([form, id, ...bent].join('.'), 'c')).toThrow(expect.objectContaining(refused))
    }
    for (const nonsense of ['', 'v1', 'v1.x.y.z', sealed.replace('v1.', 'v2.')])
      expect(() => openSecret(nonsense, 'c')).toThrow(expect.objectContaining(refused))
  })

  it('is sealed by a secret that is made once and that nobody else can read', async () => {
    const first = await processWith('')
    const sealed = first.sealSecret('sk-verdigris', 'c')
    const second = await processWith('')
    expect(second.openSecret(sealed, 'c')).toBe('sk-verdigris')
    const { mode } = statSync(path.join(process.env.GLOSS_DATA_DIR!, 'seal-key'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('still opens after a new key was put before the old one, and no longer when the old one is gone', async () => {
    const old = await processWith(KEYS[0]!)
    const sealed = old.sealSecret('sk-verdigris', 'c')
    expect(old.isSealedByOldKey(sealed)).toBe(false)
    const changing = await processWith(`${KEYS[1]},${KEYS[0]}`)
    expect(changing.openSecret(sealed, 'c')).toBe('sk-verdigris')
    expect(changing.isSealedByOldKey(sealed)).toBe(true)
    const anew = changing.sealSecret('sk-verdigris', 'c')
    const after = await processWith(KEYS[1]!)
    expect(after.openSecret(anew, 'c')).toBe('sk-verdigris')
    expect(() => after.openSecret(sealed, 'c')).toThrow(expect.objectContaining(refused))
  })
})
