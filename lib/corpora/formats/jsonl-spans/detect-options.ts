import type { Options } from '@/lib/corpora/formats/jsonl-spans/schema'

/** Every line says how it is to be read. */
export function detectOptions(_lines: readonly string[]): Options {
  return {}
}
