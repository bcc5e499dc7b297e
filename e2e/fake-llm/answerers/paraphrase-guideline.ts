import type { Answerer } from './answerer'
import { linesOf, numberAt, textAt } from './read-fenced'

const EN = [
  (said: string) => `In this corpus: ${said}`,
  (said: string) => `Label it where the following holds: ${said}`,
  (said: string) => `What counts is this. ${said}`,
  (said: string) => `The label asks for one thing: ${said}`,
]
const ZH = [
  (said: string) => `在本语料库中：${said}`,
  (said: string) => `符合以下说明时才标：${said}`,
  (said: string) => `该标签只指一种情况：${said}`,
  (said: string) => `标注依据如下：${said}`,
]

/** The definition itself in set frames, in both languages. */
export const paraphraseGuideline: Answerer = {
  prompt: 'paraphrase-guideline',
  answer({ fences, version }) {
    const definition = textAt(linesOf(fences, 'guideline')[0], 'definition').slice(0, 1900) || '—'
    const [wanted] = linesOf(fences, 'wanted')
    const known = new Set(linesOf(fences, 'known').map((one) => textAt(one, 'wording')))
    const frame = (frames: typeof EN, count: number) => {
      const turned = frames.map((_, at) => frames[(at + version - 1) % frames.length]!(definition))
      return [...turned.filter((one) => !known.has(one)), ...turned].slice(0, count)
    }
    return { en: frame(EN, numberAt(wanted, 'en')), zh: frame(ZH, numberAt(wanted, 'zh')) }
  },
}
