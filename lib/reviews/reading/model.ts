// Decision note 40 says where these come from.
const CHARACTERS_A_SECOND = 32
const CHINESE_CHARACTERS_A_SECOND = 10
const LEAST_MS = 2000
/** Of a long text people look up what they need: nobody is held to more than a minute. */
const MOST_MS = 60_000

const CHINESE = /\p{Script=Han}/gu
/** Not read but known, or shown as something else than text. */
const NOT_READ =
  /^(label|language|taskForm|taskForms|carrier|gold|provenance|transform|scope|parameters|\w+Id)$/

/** How long reading what a draft says takes at least, by somebody who reads fast. */
export function readingMs(content: unknown): number {
  return Math.round(Math.min(MOST_MS, Math.max(LEAST_MS, msFor(content))))
}

function msFor(value: unknown): number {
  if (typeof value === 'string') return msForText(value)
  if (value === null || typeof value !== 'object') return 0
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + msFor(one), 0)
  // The same in both languages: a person reads one of them.
  if ('en' in value && 'zh' in value) return Math.max(msFor(value.en), msFor(value.zh))
  return Object.entries(value).reduce((sum, [name, one]) => sum + (NOT_READ.test(name) ? 0 : msFor(one)), 0)
}

function msForText(text: string): number {
  const chinese = text.match(CHINESE)?.length ?? 0
  const others = text.length - chinese
  return (chinese / CHINESE_CHARACTERS_A_SECOND + others / CHARACTERS_A_SECOND) * 1000
}

/** Was a decision made faster than the text can be read? Where no time is known, nobody says so. */
export function isTooFast(elapsedMs: number, content: unknown): boolean {
  return elapsedMs > 0 && elapsedMs < readingMs(content)
}

/** Whoever was warned is left in peace for so many decisions. */
export const WARNED_FOR = 8
