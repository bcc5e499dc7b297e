import { carryAnswer } from '@/lib/formats/markdown-list/carry-answer'
import { parseAnswer } from '@/lib/formats/markdown-list/parse-answer'
import { renderAnswer } from '@/lib/formats/markdown-list/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/markdown-list/schema'
import { wording } from '@/lib/formats/markdown-list/wording'
import type { Carrier } from '@/lib/formats/model'

export const markdownList: Carrier<Parameters> = {
  name: 'markdown-list',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
