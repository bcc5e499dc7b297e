import type { Gate } from '@/lib/synthesis/gates/model'

/** Where guidelines are shown, is there one for every label that is asked for, and does the instruction hold all of it? */
export const checkGuidelines: Gate = ({ strategies, guidelines, obeyed, instruction }) => {
  if (!strategies.includes('guideline')) return guidelines.length ? 'Guidelines that were not drawn.' : null
  const shown = new Set(guidelines.map(({ guideline }) => guideline.label))
  const missing = obeyed.schema.find(({ label }) => !shown.has(label))
  if (missing) return `No guideline for “${missing.label}”.`
  const cut = guidelines.find(({ text }) => !instruction.includes(text))
  return cut ? `The guideline of “${cut.guideline.label}” is not whole in the instruction.` : null
}
