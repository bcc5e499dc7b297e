import { describe, expect, it } from 'vitest'
import { suggestLabelName } from '@/lib/corpora/label-names/suggest-label-name'

describe('the name that is suggested for a label', () => {
  it.each([
    ['politicalparty', { en: 'political party', zh: '政党' }],
    ['Political_Party', { en: 'political party', zh: '政党' }],
    ['PER', { en: 'person', zh: '人物' }],
    ['literarygenre', { en: 'literary genre', zh: '文学流派' }],
    ['birthDate', { en: 'birth date', zh: '出生日期' }],
    ['DATE', { en: 'date', zh: '日期' }],
    ['place-of-birth', { en: 'place of birth' }],
    ['HTTPServer', { en: 'HTTP server' }],
    ['constructor', { en: 'constructor' }],
    ['港口_名称', { zh: '港口名称' }],
    ['vessel', { en: 'vessel' }],
    ['WORK_OF_ART', { en: 'work of art' }],
    ['ORG-AFF', { en: 'ORG AFF' }],
    ['P17', { en: 'P17' }],
    ['workplace', { en: 'workplace', zh: '工作地点' }],
    ['timeperiod', { en: 'time period' }],
    ['state', { en: 'state' }],
    ['__', {}],
  ])('%s: %j', (label, name) => {
    expect(suggestLabelName(label)).toEqual(name)
  })
})
