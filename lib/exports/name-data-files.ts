import type { Encoding, Format } from '@/lib/exports/formats/model'
import { type ExportFormat, type ExportOptions, type SplitName, splitNames } from '@/lib/exports/model'

/** The files of records of an export, a split each. Without shares there is one, and in a flat folder its name is the format's. */
export function nameDataFiles(
  name: ExportFormat,
  { encoding, gzip }: Pick<Format, 'encoding' | 'gzip'>,
  options: Pick<ExportOptions, 'layout' | 'gzip' | 'splits'>,
): { split: SplitName; name: string; encoding: Encoding }[] {
  const written = encodingIn(options.layout, encoding)
  const end = `.${written}${options.gzip && gzip ? '.gz' : ''}`
  const { validation, test } = options.splits
  const splits = splitNames.filter((split) => split === 'train' || { validation, test }[split] > 0)
  return splits.map((split) => ({
    split,
    encoding: written,
    name:
      options.layout === 'huggingface'
        ? `data/${split}-00000-of-00001${end}`
        : splits.length > 1
          ? `${name}-${split}${end}`
          : `${name}${end}`,
  }))
}

/** The hub reads lines from their begin, but an array only as a whole. */
function encodingIn(layout: ExportOptions['layout'], encoding: Encoding): Encoding {
  return layout === 'huggingface' && encoding === 'json' ? 'jsonl' : encoding
}
