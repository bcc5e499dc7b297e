import type { Carrier } from '@/lib/formats/model'
import { carryAnswer } from '@/lib/formats/tagged-text/carry-answer'
import { parseAnswer } from '@/lib/formats/tagged-text/parse-answer'
import { renderAnswer } from '@/lib/formats/tagged-text/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/tagged-text/schema'
import { wording } from '@/lib/formats/tagged-text/wording'

export const taggedText: Carrier<Parameters> = {
  name: 'tagged-text',
  marksText: true,
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
