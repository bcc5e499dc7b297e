import { describe, expect, it } from 'vitest'
import { networkSetting } from '@/components/models/network-setting'

describe('what the operator must set for an address', () => {
  it.each([
    ['127.0.0.1:8000', 'loopback'],
    ['localhost:11434', 'loopback'],
    ['[::1]:8080', 'loopback'],
    ['10.1.2.3:8000', '10.1.2.3'],
    ['192.168.0.7', '192.168.0.7'],
  ])('%s', (host, network) => {
    expect(networkSetting(host)).toBe(`GLOSS_MODEL_NETWORKS=${network}`)
  })

  it('is nothing for the open internet, and for a name that nobody has resolved yet', () => {
    expect(networkSetting('api.example.org')).toBeNull()
    expect(networkSetting('models.internal:8000')).toBeNull()
  })

  it('is taken from the refusal where a name led inside', () => {
    const of = (message: string) => networkSetting('models.internal:8000', message)
    expect(of('Refused to call 10.0.0.5: private')).toBe('GLOSS_MODEL_NETWORKS=10.0.0.5')
    expect(of('Refused to call fd00::7: private')).toBe('GLOSS_MODEL_NETWORKS=fd00::7')
    expect(of('Refused to call ::1: loopback')).toBe('GLOSS_MODEL_NETWORKS=loopback')
    expect(of('Refused to call models.example: redirect')).toBeNull()
    expect(of('Refused to call 169.254.169.254: metadata')).toBeNull()
  })
})
