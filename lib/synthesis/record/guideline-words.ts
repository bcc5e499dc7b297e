import type { GuidelinePhrases, PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** How guidelines are worded for task forms that have no words of their own for them. */
const general: Record<PhraseLanguage, GuidelinePhrases> = {
  en: {
    title: 'Guidelines',
    definition: 'Definition: ',
    includes: 'Counts:',
    excludes: 'Does not count:',
    typical: 'Typical: ',
    positive: 'Example: in “{text}”, “{mention}” counts.',
    negative: 'Counter-example: in “{text}”, “{mention}” does not count.',
    note: ' ({note})',
  },
  zh: {
    title: '标注规范',
    definition: '定义：',
    includes: '算：',
    excludes: '不算：',
    typical: '典型的有：',
    positive: '正例：在“{text}”中，“{mention}”算在内。',
    negative: '反例：在“{text}”中，“{mention}”不算。',
    note: '（{note}）',
  },
}

export function guidelineWords(
  phrases: Pick<TaskPhrases, 'guidelines'>,
  language: PhraseLanguage,
): GuidelinePhrases {
  return phrases.guidelines ?? general[language]
}

/** How an instruction states preference rules. `before`: what stands above one rule, or above several. */
export const ruleWords: Record<
  PhraseLanguage,
  { title: string; one: readonly string[]; several: readonly string[] }
> = {
  en: {
    title: 'Rules',
    one: [
      'One rule comes before everything else that is said here:',
      'Beyond all else in this instruction, keep to this rule:',
      'This rule decides wherever the rest of the instruction would say something else:',
    ],
    several: [
      'These rules come before everything else that is said here:',
      'Beyond all else in this instruction, keep to these rules:',
      'These rules decide wherever the rest of the instruction would say something else:',
    ],
  },
  zh: {
    title: '规则',
    one: [
      '有一条规则优先于这里的其他一切说明：',
      '除其余要求外，务必遵守这条规则：',
      '凡与其余说明不一致之处，以这条规则为准：',
    ],
    several: [
      '下列规则优先于这里的其他一切说明：',
      '除其余要求外，务必遵守下列规则：',
      '凡与其余说明不一致之处，以下列规则为准：',
    ],
  },
}
