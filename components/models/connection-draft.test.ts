import { describe, expect, it } from 'vitest'
import {
  changesOf,
  draftOf,
  inputOf,
  isComplete,
  modelsOf,
  needsKeyAgain,
  withModel,
} from '@/components/models/connection-draft'
import { limitsSchema } from '@/lib/connections/model'
import type { ConnectionView } from '@/lib/connections/schema'

const saved: ConnectionView = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Theirs',
  baseUrl: 'https://models.example/v1',
  hasKey: true,
  keyLastFour: 'abcd',
  jsonMode: 'schema',
  roles: { drafter: { model: 'large', temperature: 0.2 }, judge: { model: 'small' } },
  prices: { large: { input: 1, output: 2 } },
  limits: limitsSchema.parse({}),
  tested: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}

describe('the dialog of a connection', () => {
  it('sends nothing where nothing was changed, and never the kept key', () => {
    expect(changesOf(draftOf(saved), saved)).toEqual({})
  })

  it('sends only what was changed', () => {
    const draft = { ...draftOf(saved), name: ' Ours ', baseUrl: 'https://models.example/v1/' }
    expect(changesOf(draft, saved)).toEqual({ name: 'Ours' })
  })

  it('asks for the key again when the address was changed, unless it is taken away', () => {
    const moved = { ...draftOf(saved), baseUrl: 'https://elsewhere.example/v1' }
    expect(needsKeyAgain(draftOf(saved), saved)).toBe(false)
    expect(needsKeyAgain(moved, saved)).toBe(true)
    expect(isComplete(moved, saved)).toBe(false)
    expect(isComplete({ ...moved, key: 'sk-1' }, saved)).toBe(true)
    expect(changesOf({ ...moved, dropsKey: true }, saved)).toEqual({ baseUrl: moved.baseUrl, key: null })
    expect(needsKeyAgain(moved, { ...saved, hasKey: false })).toBe(false)
  })

  it('keeps the prices of models that play a role, and forgets those of others', () => {
    const draft = draftOf(saved)
    const roles = withModel(draft.roles, 'drafter', 'small')
    expect(roles.drafter).toEqual({ model: 'small', temperature: 0.2 })
    expect(inputOf({ ...draft, roles }).prices).toEqual({})
    expect(inputOf(draft).prices).toEqual(saved.prices)
  })

  it('knows each model once, and none where a role has lost its own', () => {
    expect(modelsOf(saved.roles)).toEqual(['large', 'small'])
    expect(modelsOf(withModel(saved.roles, 'judge', ''))).toEqual(['large'])
    expect(modelsOf({ ...saved.roles, judge: { model: ' ' } })).toEqual(['large'])
  })

  it('is complete with a name and an address', () => {
    const empty = draftOf(null)
    expect(isComplete({ ...empty, name: 'Mine', baseUrl: 'models.example/v1' }, null)).toBe(false)
    expect(isComplete({ ...empty, name: 'Mine', baseUrl: 'http://127.0.0.1:8000/v1' }, null)).toBe(true)
    expect(inputOf(empty).key).toBeNull()
  })
})
