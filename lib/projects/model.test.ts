import { describe, expect, it } from 'vitest'
import { type LoopFacts, nextStep, roleAllows, roles, slugOf } from '@/lib/projects/model'

describe('roles', () => {
  it.each([
    ['annotator', ['annotator']],
    ['lead', ['annotator', 'lead']],
    ['admin', ['annotator', 'lead', 'admin']],
  ] as const)('%s may do what %j may', (role, allowed) => {
    expect(roles.filter((needed) => roleAllows(role, needed))).toEqual(allowed)
  })
})

describe('the next step', () => {
  const done: LoopFacts = {
    corpora: 1,
    undrafted: null,
    waiting: 0,
    approved: 3,
    unreleased: 0,
    uncomposed: null,
    unexported: null,
  }
  it.each([
    ['import-corpus', 0, null, { corpora: 0, approved: 0 }],
    ['draft-guidelines', 4, 'c1', { undrafted: { id: 'c1', labels: 4 }, waiting: 2, unreleased: 1 }],
    ['review-drafts', 2, null, { waiting: 2, unreleased: 1 }],
    ['draft-guidelines', 0, null, { approved: 0 }],
    ['cut-release', 1, null, { unreleased: 1, uncomposed: { number: 1 } }],
    ['compose-release', 1, '2', { uncomposed: { number: 2 }, unexported: { number: 1, released: true } }],
    ['audit-run', 1, '7', { unexported: { number: 7, released: false } }],
    ['export-run', 1, '7', { unexported: { number: 7, released: true } }],
    ['all-done', 0, null, {}],
  ] as const)('is to %s', (kind, count, subjectId, facts) => {
    expect(nextStep({ ...done, ...facts }, 'lead')).toEqual({ kind, count, subjectId })
  })

  it('asks annotators for decisions only', () => {
    expect(nextStep({ ...done, corpora: 0, waiting: 2 }, 'annotator').kind).toBe('review-drafts')
    expect(nextStep({ ...done, unreleased: 2 }, 'annotator').kind).toBe('all-done')
  })
})

describe('the name of a project in addresses', () => {
  it.each([
    ['Élan vital', 'elan-vital'],
    ['  Politics / 2026 ', 'politics-2026'],
    ['政党', 'project'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('of %j is %s', (name, slug) => expect(slugOf(name)).toBe(slug))
})
