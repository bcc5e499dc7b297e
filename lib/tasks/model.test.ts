import { describe, expect, it } from 'vitest'
import { isChinese, phraseLanguageOf, scriptOf } from '@/lib/tasks/model'

describe('a language tag', () => {
  it.each([
    'zh',
    'ZH',
    'zh-CN',
    'zh_TW',
    'zh-Hant-HK',
    'zh_Hans_SG',
    'yue',
    'yue-HK',
    'cmn',
    'cmn_Hans',
    'wuu',
    'nan-TW',
    'lzh',
    'zho',
    ' zh ',
  ])('%s is Chinese, spoken of in Chinese and read by characters', (language) => {
    expect(isChinese(language)).toBe(true)
    expect(phraseLanguageOf(language)).toBe('zh')
    expect(scriptOf(language)).toBe('unspaced')
  })

  it.each(['en', 'en-CN', 'zha', 'zhx', 'ja', 'und', '', 'de_CH'])('%s is not', (language) => {
    expect(isChinese(language)).toBe(false)
    expect(phraseLanguageOf(language)).toBe('en')
  })

  it('tells that Japanese and Thai have no spaces between words either', () => {
    expect(['ja', 'ja_JP', 'th', 'en', 'jam', 'de'].map(scriptOf)).toEqual([
      'unspaced',
      'unspaced',
      'unspaced',
      'spaced',
      'spaced',
      'spaced',
    ])
  })
})
