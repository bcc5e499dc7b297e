import type { Carrier } from '@/lib/formats/model'
import { carryAnswer } from '@/lib/formats/sentences/carry-answer'
import { parseAnswer } from '@/lib/formats/sentences/parse-answer'
import { renderAnswer } from '@/lib/formats/sentences/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/sentences/schema'
import { wording } from '@/lib/formats/sentences/wording'

export const sentences: Carrier<Parameters> = {
  name: 'sentences',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
