export type YamlQuoting = 'where-needed' | 'single' | 'double'

/** A string that every reader of YAML 1.1 or 1.2 takes for the same string. */
export function writeYamlString(text: string, quoting: YamlQuoting): string {
  if (quoting === 'where-needed' && isPlainYaml(text)) return text
  if (quoting === 'single' && !UNSEEN.test(text)) return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text).replace(UNSEEN_ALL, escapeUnit)
}

/**
 * May a string stand there without quotes? Narrower than YAML: it begins with a letter, so that it is no number, date or sign;
 * holds nothing that could end it or begin something else; and is no word that stands for a truth value or for nothing.
 */
export function isPlainYaml(text: string): boolean {
  return PLAIN.test(text) && !WORDS.test(text) && !UNSEEN.test(text)
}

const PLAIN = /^\p{L}(?:[^:#[\]{},"'`|>&*!%@\\]*[^\s:#[\]{},"'`|>&*!%@\\])?$/u
const WORDS = /^(?:y|yes|n|no|on|off|true|false|null|nan|inf)$/i
// What YAML does not print, line ends, and halves of characters.
const UNSEEN_CLASS = '[\\p{Cc}\\u2028\\u2029\\ufeff\\ufffe\\uffff]|\\p{Surrogate}'
const UNSEEN = new RegExp(UNSEEN_CLASS, 'u')
const UNSEEN_ALL = new RegExp(UNSEEN_CLASS, 'gu')

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
