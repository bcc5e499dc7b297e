type Names = (label: string) => string

/** A text that speaks of labels, with their other names. Whole words only, where words have edges; whatever their case. */
export function renameInText(text: string, labels: readonly string[], names: Names): string {
  const longest = labels.filter((label) => label.trim()).toSorted((a, b) => b.length - a.length)
  if (!longest.length) return text
  const byFolded = new Map(longest.map((label) => [label.toLowerCase(), names(label)]))
  const pattern = new RegExp(longest.map(wordPattern).join('|'), 'giu')
  return text.replace(pattern, (found) => byFolded.get(found.toLowerCase()) ?? found)
}

function wordPattern(label: string): string {
  const escaped = label.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  if (/\p{Script=Han}/u.test(label)) return escaped
  const before = /^[\p{L}\p{N}_]/u.test(label) ? '(?<![\\p{L}\\p{N}_])' : ''
  const after = /[\p{L}\p{N}_]$/u.test(label) ? '(?![\\p{L}\\p{N}_])' : ''
  return `${before}${escaped}${after}`
}
