import type { Carrier } from '@/lib/formats/model'
import { carryAnswer } from '@/lib/formats/xml/carry-answer'
import { parseAnswer } from '@/lib/formats/xml/parse-answer'
import { renderAnswer } from '@/lib/formats/xml/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/xml/schema'
import { wording } from '@/lib/formats/xml/wording'

export const xml: Carrier<Parameters> = {
  name: 'xml',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
