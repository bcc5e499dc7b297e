import { describe, expect, it } from 'vitest'
import { faultyDetail } from '@/components/corpora/import-details'
import { CallError } from '@/lib/platform/call-endpoint'

const refusal = (body: Partial<CallError['body']>) =>
  new CallError(400, { code: 'invalid', message: '', ...body })

describe('a refused import', () => {
  it('leads to the name when another corpus has it', () => {
    expect(faultyDetail(refusal({ reason: 'corpus-name-taken' }))).toBe('name')
  })

  it('leads to the first field of the form that is wrong', () => {
    const issues = ['body.source', 'body.language'].map((path) => ({ path, message: '' }))
    expect(faultyDetail(refusal({ reason: 'invalid-input', issues }))).toBe('language')
  })

  it('leads to no field when it is about something else', () => {
    expect(faultyDetail(refusal({ reason: 'upload-unknown' }))).toBeNull()
    expect(faultyDetail(new Error('no answer'))).toBeNull()
    expect(faultyDetail(null)).toBeNull()
  })
})
