import { describe, expect, it } from 'vitest'
import { judgeExtent } from '@/lib/corpora/problems/judge-extent'
import { judgeScript } from '@/lib/corpora/problems/judge-script'
import { judgeText } from '@/lib/corpora/problems/judge-text'
import { readerOf } from '@/lib/tasks/ner/gold'

describe('a text', () => {
  it.each([
    ['Oslo', false, 'short'],
    ['  a b ', false, 'short'],
    ['Oslo', true, null],
    ['1 | 2 | 3 | 4 | 5 | x', false, 'signs'],
    ['=== 12.50 ===', true, 'signs'],
    ['The boat left.', false, null],
    ['这艘船走了', false, null],
    ['हिन्दी में', false, null],
  ])('“%s” (labelled: %s) is judged %s', (text, labelled, fault) => {
    expect(judgeText(text, { labelled })).toBe(fault)
  })
})

describe('the script of a text', () => {
  it.each([
    ['en', 'Корабль вышел в море утром', 'Cyrl'],
    ['en', 'The ship left Ålesund at noon', null],
    ['zh', 'The ship left the harbour at noon', 'Latn'],
    ['zh-Hant', '這艘船在中午離開了 iPhone Xiaomi OnePlus', null],
    ['zh', 'きのうのよる ふねが でました', 'Hira'],
    ['ja', '昨夜、船が出ました', null],
    ['ko', '배가 정오에 항구를 떠났다', null],
    ['ru', 'Корабль «Aurora» вышел', null],
    ['en', '澜湾', null],
    ['no such language', 'Корабль вышел в море утром', null],
    ['und', 'Корабль вышел в море утром', null],
  ])('in a corpus of %s, “%s” is %s', (language, text, script) => {
    expect(judgeScript(language)(text)?.script ?? null).toBe(script)
  })
})

/** The mention stands between bars. */
function faultsOf(marked: string) {
  const [before = '', words = '', after = ''] = marked.split('|')
  const text = before + words + after
  const start = Array.from(before).length
  return judgeExtent(text, { start, end: start + Array.from(words).length }, readerOf(text))
}

describe('where a mention begins and ends', () => {
  it.each([
    ['The| Petrel| left', ['space']],
    ['by |Ana,| she', ['punctuation']],
    ['by |(Ana| and', ['punctuation']],
    ['在|《澜湾|》里', ['punctuation']],
    ['🚢 |Ana Fish|er left', ['cut-word']],
    ['the un|kind| man', ['cut-word']],
    ['in |Acme Inc.| of', []],
    ['saw |Yahoo!| there', []],
    ['at |«Aurora» (ship)| now', []],
    ['the |U.S.|-based', []],
    ['在|澜湾|公司', []],
    ['|서울|에서', []],
    ['e\u0301|a| b', ['cut-word']],
    ['the |Fishers|’ boat', []],
    ['|A|1 road', []],
  ])('%s: %j', (marked, faults) => {
    expect(faultsOf(marked)).toEqual(faults)
  })

  it('looks at every piece of a mention in several', () => {
    const text = 'upper and lower arms'
    const faults = judgeExtent(
      text,
      {
        start: 0,
        end: 19,
        fragments: [
          [0, 5],
          [16, 19],
        ],
      },
      readerOf(text),
    )
    expect(faults).toEqual(['cut-word'])
  })
})
