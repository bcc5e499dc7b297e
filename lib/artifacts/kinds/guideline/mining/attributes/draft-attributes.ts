import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { draftMentions } from '@/lib/artifacts/kinds/guideline/mining/mentions/draft-mentions'
import { draftRoles, sumUpRoles } from '@/lib/artifacts/kinds/guideline/mining/roles/draft-roles'
import { rolePhrases } from '@/lib/artifacts/kinds/guideline/mining/roles/phrases'

/** What there is to say of mentions, and their properties after it. */
export const draftAttributes: FormMiner['draft'] = (evidence, language) => {
  const drafted = draftMentions(evidence, language)
  const phrases = rolePhrases[language]
  const summary = sumUpRoles(evidence, phrases)
  const text = [drafted.definition.text, summary].filter(Boolean).join(language === 'zh' ? '' : ' ')
  return {
    ...drafted,
    definition: { ...drafted.definition, text },
    lines: [...draftRoles(evidence, phrases), ...drafted.lines],
  }
}
