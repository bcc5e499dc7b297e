import { alpaca } from '@/lib/exports/formats/alpaca/format'
import { axolotl } from '@/lib/exports/formats/axolotl/format'
import { csv } from '@/lib/exports/formats/csv/format'
import { iepile } from '@/lib/exports/formats/iepile/format'
import { llamaFactory } from '@/lib/exports/formats/llama-factory/format'
import type { Format } from '@/lib/exports/formats/model'
import { openaiChat } from '@/lib/exports/formats/openai-chat/format'
import { parquet } from '@/lib/exports/formats/parquet/format'
import { sharegpt } from '@/lib/exports/formats/sharegpt/format'
import { trlMessages } from '@/lib/exports/formats/trl-messages/format'
import { trlPreference } from '@/lib/exports/formats/trl-preference/format'
import { trlPromptCompletion } from '@/lib/exports/formats/trl-prompt-completion/format'
import type { ExportFormat } from '@/lib/exports/model'

const byName: Record<ExportFormat, Format> = {
  'openai-chat': openaiChat,
  alpaca,
  sharegpt,
  'trl-messages': trlMessages,
  'trl-prompt-completion': trlPromptCompletion,
  'trl-preference': trlPreference,
  axolotl,
  'llama-factory': llamaFactory,
  iepile,
  csv,
  parquet,
}

/** An export format by its name. */
export function findFormat(name: ExportFormat): Format {
  return byName[name]
}
