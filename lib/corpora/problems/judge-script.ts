import { codePointLength } from '@/lib/tasks/model'

/** Scripts by their ISO 15924 codes, as Unicode knows them in patterns. */
const SCRIPTS = [
  ...['Latn', 'Cyrl', 'Grek', 'Hani', 'Hira', 'Kana', 'Hang', 'Bopo', 'Arab', 'Hebr', 'Deva', 'Beng'],
  ...['Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Thai', 'Laoo', 'Tibt', 'Mymr'],
  ...['Geor', 'Armn', 'Ethi', 'Khmr', 'Mong'],
] as const
type Script = (typeof SCRIPTS)[number]

/** Codes of writing systems that are several scripts of Unicode. */
const WRITTEN_IN: Record<string, readonly Script[]> = {
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
}

/** Below this share of the expected script, a text is in another language. */
const LEAST_SHARE = 0.3
/** A shorter text is a name or a number, which may stand in any script. */
const FEWEST_LETTERS = 12
/** A Chinese character says as much as some letters of an alphabet. */
const LETTERS_OF_A_SIGN = 3
const LONGEST_LOOK = 2_000

export type JudgeScript = (text: string) => { script: string; share: number } | null

/** Which script a text is in, when that is not the one in which the corpus's language is written. */
export function judgeScript(language: string): JudgeScript {
  const expected = scriptsOf(language)
  if (!expected) return () => null
  const own = letters(expected)
  const every = letters(SCRIPTS)
  return (text) => {
    const looked = text.slice(0, LONGEST_LOOK)
    const all = weigh(looked, every)
    if (all < FEWEST_LETTERS) return null
    const share = weigh(looked, own) / all
    if (share >= LEAST_SHARE) return null
    return { script: mostOf(looked), share: Math.round(share * 100) / 100 }
  }
}

/** The scripts of a language by its tag; null when nobody knows, or when it stands for several languages. */
export function scriptsOf(language: string): readonly Script[] | null {
  if (/^(und|mul|mis|zxx)\b/i.test(language)) return null
  try {
    const { script } = new Intl.Locale(language.replaceAll('_', '-')).maximize()
    if (!script) return null
    return WRITTEN_IN[script] ?? SCRIPTS.filter((one) => one === script).slice(0, 1)
  } catch {
    return null
  }
}

function mostOf(text: string): Script {
  const weights = SCRIPTS.map((script) => ({ script, weight: weigh(text, letters([script])) }))
  return weights.reduce((most, one) => (one.weight > most.weight ? one : most)).script
}

function letters(scripts: readonly Script[]): RegExp {
  return new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]+`, 'gu')
}

const SIGNS = /[\p{Script=Hani}\p{Script=Hang}]+/gu

/** `pattern` matches runs of letters: a text has far fewer of them than letters. */
function weigh(text: string, pattern: RegExp): number {
  const runs = text.match(pattern)
  if (!runs) return 0
  const letters = runs.join('')
  const signs = letters.match(SIGNS)?.join('') ?? ''
  return codePointLength(letters) + (LETTERS_OF_A_SIGN - 1) * codePointLength(signs)
}
