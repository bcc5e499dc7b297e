import type { Instruction, Strategy } from '@/lib/synthesis/model'

/** Lines of an instruction that come from one place. `opens`: a blank line stands before them. */
export type RecordPart = {
  text: string
  opens: boolean
  /** The approved version that says them; null for Gloss's own phrases. */
  from: { strategy: Strategy; versionId: string } | null
}

/**
 * An instruction by what says its lines: guidelines, each under its heading; rules, each in its line; the sentences that ask for
 * a format, at the end. Where the text does not show as many of them as the provenance names, nothing is said of any line.
 */
export function partsOf({ instruction, provenance }: Instruction): RecordPart[] {
  const { versions, rule, format } = provenance
  const guidelines = versions.filter(({ kind = 'guideline' }) => kind === 'guideline')
  const rules = [rule?.versionId, rule?.beside].filter((id) => id !== undefined)
  const parts = read(instruction, { hasGuidelines: guidelines.length > 0, hasRules: rules.length > 0 })
  const last = parts.at(-1)
  if (format && last && !last.of) last.of = { strategy: 'format', at: 0 }
  const ids: Record<Strategy, (string | undefined)[]> = {
    guideline: guidelines.map(({ versionId }) => versionId),
    rule: rules,
    format: [format],
  }
  const most = (strategy: Strategy) =>
    Math.max(-1, ...parts.map(({ of }) => (of?.strategy === strategy ? of.at : -1))) + 1
  const isWhole = most('guideline') === guidelines.length && most('rule') === rules.length
  if (!isWhole) return [{ text: instruction, opens: true, from: null }]
  return parts.map(({ text, opens, of }) => {
    const versionId = of && ids[of.strategy][of.at]
    return { text, opens, from: of && versionId ? { strategy: of.strategy, versionId } : null }
  })
}

type Read = { text: string; opens: boolean; of: { strategy: Strategy; at: number } | null }

function read(instruction: string, { hasGuidelines, hasRules }: Record<string, boolean>): Read[] {
  const paragraphs = instruction.split('\n\n')
  const parts: Read[] = []
  let section: 'task' | Strategy = 'task'
  let guideline = -1
  let rule = -1
  for (const [at, text] of paragraphs.entries()) {
    const isLast = at === paragraphs.length - 1
    const isTitle = /^# [^\n]*$/.test(text)
    if (isTitle && section === 'task' && hasGuidelines) section = 'guideline'
    else if (isTitle && hasRules) section = 'rule'
    if (isTitle || section === 'task' || isLast) parts.push({ text, opens: true, of: null })
    else if (section === 'guideline') {
      if (text.startsWith('## ')) guideline++
      parts.push({ text, opens: true, of: guideline < 0 ? null : { strategy: 'guideline', at: guideline } })
    } else
      for (const [line, words] of text.split('\n').entries()) {
        if (words.startsWith('- ')) rule++
        parts.push({ text: words, opens: line === 0, of: rule < 0 ? null : { strategy: 'rule', at: rule } })
      }
  }
  return parts
}
