import { list, number, quote } from '@/lib/artifacts/kinds/guideline/mining/phrases.en'
import { list as chineseList, quote as chineseQuote } from '@/lib/artifacts/kinds/guideline/mining/phrases.zh'
import type { PhraseLanguage } from '@/lib/tasks/model'

/** What the miner can say about a class. Figures stand in questions alone. */
export type ClassPhrases = {
  definition(of: {
    label: string
    readable: string | null
    texts: string[]
    words: string[]
    asks: 'nearly-all' | 'most' | null
    openings: string[]
  }): string
  word(of: { word: string; texts: string[] }): string
  oftenWords(words: string[]): string
  companion(of: { other: string; texts: string[] }): string
  theirWords(of: { label: string; other: string; words: string[] }): string
  taken(of: { other: string; count: number; texts: string[] }): string
  note: { words(words: string): string }
}

export const classPhrases: Record<PhraseLanguage, ClassPhrases> = {
  en: {
    definition: ({ label, readable, texts, words, asks, openings }) =>
      [
        `${quote(label)}${readable ? ` (${readable})` : ''} is for texts${texts.length ? ` such as ${whole(texts)}.` : ' of their own sort.'}`,
        words.length > 0 && `Words that set them apart from other classes: ${list(words)}.`,
        asks && `${asks === 'most' ? 'Most' : 'Nearly all'} are questions.`,
        openings.length > 0 && `Many begin with ${list(openings, 'or')}.`,
      ]
        .filter(Boolean)
        .join(' '),
    word: ({ word, texts }) => `Texts with ${quote(word)}: ${whole(texts)}.`,
    oftenWords: (words) => `Often also texts with ${list(words, 'or')}; other classes have them too.`,
    companion: ({ other, texts }) =>
      `May go with ${quote(other)}; then both are given${texts.length ? `: ${whole(texts)}` : ''}.`,
    theirWords: ({ label, other, words }) =>
      `As a rule ${quote(other)} and not ${quote(label)}: texts with ${list(words, 'or')}.`,
    taken: ({ other, count, texts }) =>
      `What sets it apart from ${quote(other)}? By ${count === 1 ? 'its words one text' : `their words ${number(count)} texts`} would rather belong there${texts.length ? `: ${whole(texts)}` : ''}.`,
    note: { words: (words) => `says ${quote(words)}` },
  },
  zh: {
    definition: ({ label, readable, texts, words, asks, openings }) =>
      `${chineseQuote(label)}${readable ? `（${readable}）` : ''}${texts.length ? `用于${chineseWhole(texts)}这样的文本。` : '是一个文本类别。'}` +
      (words.length ? `与其他类别相比突出的词：${chineseList(words)}。` : '') +
      (asks ? `${asks === 'most' ? '大多' : '几乎都'}是问句。` : '') +
      (openings.length ? `常以${chineseList(openings)}开头。` : ''),
    word: ({ word, texts }) => `含有${chineseQuote(word)}的文本：${chineseWhole(texts)}。`,
    oftenWords: (words) => `也常含有${chineseList(words)}，但其他类别里也有。`,
    companion: ({ other, texts }) =>
      `可以同时属于${chineseQuote(other)}，两个都写${texts.length ? `：${chineseWhole(texts)}` : ''}。`,
    theirWords: ({ label, other, words }) =>
      `含有${chineseList(words)}的文本一般属于${chineseQuote(other)}，不属于${chineseQuote(label)}。`,
    taken: ({ other, count, texts }) =>
      `与${chineseQuote(other)}怎样区分？单看用词，有 ${count} 条更像那一类${texts.length ? `：${chineseWhole(texts)}` : ''}。`,
    note: { words: (words) => `提到${chineseQuote(words)}` },
  },
}

/** Texts are quoted whole. */
function whole(texts: readonly string[]): string {
  const quoted = texts.map((text) => `“${text}”`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}

function chineseWhole(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join('')
}
