import { fault } from '@/lib/synthesis/gates/fault'
import type { Gate } from '@/lib/synthesis/gates/model'

/** Where guidelines are shown, is there one for every label that is asked for, and does the instruction hold all of it? */
export const checkGuidelines: Gate = ({ strategies, guidelines, obeyed, instruction }) => {
  if (!strategies.includes('guideline')) return guidelines.length ? fault('guideline-undrawn') : null
  const shown = new Set(guidelines.map(({ guideline }) => guideline.label))
  const missing = obeyed.schema.find(({ label }) => !shown.has(label))
  if (missing) return fault('guideline-missing', { label: missing.label })
  const cut = guidelines.find(({ text }) => !instruction.includes(text))
  return cut ? fault('guideline-cut', { label: cut.guideline.label }) : null
}
