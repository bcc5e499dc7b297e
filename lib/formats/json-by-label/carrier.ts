import { z } from 'zod'
import { carryAnswer } from '@/lib/formats/json-by-label/carry-answer'
import { parseAnswer } from '@/lib/formats/json-by-label/parse-answer'
import { renderAnswer } from '@/lib/formats/json-by-label/render-answer'
import { wording } from '@/lib/formats/json-by-label/wording'
import type { Carrier } from '@/lib/formats/model'

const parameters = z.object({})

export const jsonByLabel: Carrier<z.infer<typeof parameters>> = {
  name: 'json-by-label',
  parameters,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording: () => wording,
}
