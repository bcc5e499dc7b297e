import { carryAnswer } from '@/lib/formats/markdown-table/carry-answer'
import { parseAnswer } from '@/lib/formats/markdown-table/parse-answer'
import { renderAnswer } from '@/lib/formats/markdown-table/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/markdown-table/schema'
import { wording } from '@/lib/formats/markdown-table/wording'
import type { Carrier } from '@/lib/formats/model'

export const markdownTable: Carrier<Parameters> = {
  name: 'markdown-table',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
