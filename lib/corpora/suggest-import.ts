import type { z } from 'zod'
import type { splitSchema } from '@/lib/corpora/model'

type Split = z.infer<typeof splitSchema>

/** What the form of an import says before a person has typed anything: guesses from the file's name and first texts. */
export function suggestImport(
  fileName: string,
  texts: readonly string[],
): { name: string; language: string; split: Split } {
  return { name: nameOf(fileName), language: languageOf(texts.join('\n')), split: splitOf(fileName) }
}

function nameOf(fileName: string): string {
  const stem = fileName.replace(
    /(\.(jsonl?|conll|txt|bio|tsv|csv|iob2?|ndjson|ner|parquet|gz|tgz|tar|zip))+$/i,
    '',
  )
  const words = stem.replace(/[_\s.-]+/g, ' ').trim()
  return (words || fileName).slice(0, 120)
}

const splitWords: [Split, RegExp][] = [
  ['train', /(^|[^a-z])train(ing)?([^a-z]|$)/i],
  ['dev', /(^|[^a-z])(dev|valid|val|validation|testa)([^a-z]|$)/i],
  ['test', /(^|[^a-z])(test|testb)([^a-z]|$)/i],
]

function splitOf(fileName: string): Split {
  return splitWords.find(([, pattern]) => pattern.test(fileName))?.[0] ?? 'all'
}

const scripts: [language: string, pattern: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
]

/** By script alone: Latin letters are taken for English. A tenth of kana among Han characters is Japanese. */
function languageOf(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / Math.max(letters, 1)
  if (share(scripts[0]![1]) > 0.1) return 'ja'
  return scripts.find(([, pattern]) => share(pattern) > 0.3)?.[0] ?? 'en'
}
