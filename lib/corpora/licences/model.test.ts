import { describe, expect, it } from 'vitest'
import { classifyLicence, demandsOf, findLicenceConflicts } from '@/lib/corpora/licences/model'

describe('what a licence asks for', () => {
  it.each([
    ['MIT', 'permissive'],
    ['Apache-2.0', 'permissive'],
    ['CC0-1.0', 'permissive'],
    ['CC BY 4.0', 'permissive'],
    ['cc-by-4.0', 'permissive'],
    ['CC BY-SA 4.0', 'share-alike'],
    ['CC-BY-SA-3.0', 'share-alike'],
    ['GPL-3.0-only', 'share-alike'],
    ['ODbL-1.0', 'share-alike'],
    ['CC BY-NC 4.0', 'non-commercial'],
    ['CC-BY-NC-SA-4.0', 'non-commercial'],
    ['Non-Commercial Research', 'non-commercial'],
    ['CC BY-ND 4.0', 'no-derivatives'],
    ['LDC User Agreement', 'unknown'],
    ['unknown', 'unknown'],
  ])('%s: %s', (licence, kind) => {
    expect(classifyLicence(licence)).toBe(kind)
  })

  it.each([
    ['CC BY 4.0', []],
    ['CC BY-SA 4.0', ['share-alike']],
    ['CC BY-NC-SA 4.0', ['non-commercial', 'share-alike']],
    ['CC BY-NC-ND 4.0', ['non-commercial', 'no-derivatives']],
    ['LDC User Agreement', ['unknown']],
  ])('%s asks for %j', (licence, demands) => {
    expect(demandsOf(licence)).toEqual(demands)
  })
})

describe('sources against the licence of the whole', () => {
  it.each([
    [['MIT', 'CC BY 4.0'], null, []],
    [['MIT', 'CC BY-SA 4.0'], null, ['CC BY-SA 4.0']],
    [['CC BY-SA 4.0'], 'MIT', ['CC BY-SA 4.0']],
    [['CC BY-SA 4.0'], 'CC-BY-SA-4.0', []],
    [['CC BY-SA 4.0', 'CC BY-NC 4.0'], 'CC BY-NC 4.0', ['CC BY-SA 4.0']],
    [['CC BY-NC-SA 4.0'], 'CC BY-NC 4.0', ['CC BY-NC-SA 4.0']],
    [['CC BY-SA 4.0', 'CC BY-NC 4.0'], 'CC BY-NC-SA 4.0', []],
  ])('%j under %s', (sources, declared, conflicting) => {
    expect(findLicenceConflicts(sources, declared).map(({ licence }) => licence)).toEqual(conflicting)
  })
})
