import type { NerPhrases } from '@/lib/tasks/ner/phrases'

/** Fills the slots `{name}` of a phrase once: what is put in is not read again, whatever it holds. */
export function writePhrase(phrase: string, slots: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot)
}

/** Names of labels as a list in a sentence. One that could be misread there stands as a JSON string. */
export function writeLabels(labels: readonly string[], phrases: NerPhrases): string {
  return labels.map(writeLabel).join(phrases.comma)
}

export function writeLabel(label: string): string {
  return PLAIN.test(label) ? label : JSON.stringify(label)
}

const PLAIN = /^[\p{L}\p{N}_]+(?:[ ._/&+-]+[\p{L}\p{N}_]+)*$/u
