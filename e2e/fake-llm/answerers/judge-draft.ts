import type { Answerer } from './answerer'
import { isChineseCorpus, linesOf, numberAt, textAt } from './read-fenced'

/** Looks up what a line quotes: in the texts and figures it is, or is not. */
export const judgeDraft: Answerer = {
  prompt: 'judge-draft',
  answer({ fences, version }) {
    const isChinese = isChineseCorpus(fences)
    const seen = ['samples', 'figures', 'guidelines'].flatMap((name) => fences[name] ?? []).join('\n')
    const plain = seen.replace(/⟦(?!U\+)([^⟦⟧|]*)(?:\|[^⟦⟧]*)?⟧/g, '$1')
    const advice = linesOf(fences, 'draft').flatMap((line) => {
      const named = [...textAt(line, 'text').matchAll(/[“"]([^”"]+)[”"]/g)].map(([, words]) => words!)
      const missing = named.find((words) => !plain.includes(words))
      if (missing === undefined) return []
      const shown = missing.slice(0, 80)
      const why = isChinese ? `所给文本和统计中没有“${shown}”。` : `No text or figure has “${shown}”.`
      return [{ field: textAt(line, 'field'), line: numberAt(line, 'line'), why, verdict: 'unsupported' }]
    })
    const few = advice.slice(0, version > 1 ? 3 : 10)
    const overall = isChinese
      ? few.length > 0
        ? `有${few.length}条引用的词语找不到依据，请先核对。`
        : '引用的词语都有依据。'
      : few.length > 0
        ? `${few.length} lines quote words that nothing shows: check these first.`
        : 'Every quoted word is in the evidence.'
    return { advice: few, overall }
  },
}
