import { goldKeys, type Options } from '@/lib/corpora/formats/jsonl-spans/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'

const SAMPLE_LINES = 400

/** As sure as many of its lines are objects with a text. Every line says how it is to be read. */
export function recogniseFile({ lines }: FileSample): Recognition<Options> | null {
  const written = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE_LINES)
  const objects = written.filter((line) => /^\s*\{\s*"/.test(line))
  if (objects.length === 0) return null
  const isLabelled = objects.some((line) => goldKeys.some((key) => line.includes(`"${key}"`)))
  const share = objects.length / written.length
  return { certainty: isLabelled ? share : share / 2, taskForms: ['ner'], options: {} }
}
