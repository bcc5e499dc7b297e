import type { Wording } from '@/lib/formats/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

export const wording: Record<PhraseLanguage, Wording> = {
  en: {
    ask: [
      'Answer with one JSON object and nothing else. Its keys are the {groups}, in the order given; the value of each is the list of its {items}.',
      'Give the result as a JSON object that maps each {group}, in the order above, to a list of its {items}. Add no other text.',
      'Write JSON only: an object with one entry per {group}, ordered as listed, whose value is an array of {items}.',
      'Your whole answer is a single JSON object. Use every {group} once as a key, keep their order, and put its {items} into an array.',
      'Return JSON of the form {"name of the {group}": ["…", "…"], …}, with all {groups} in the order in which they are named, and without any explanation.',
    ],
    empty: 'an empty list',
  },
  zh: {
    ask: [
      '只输出一个 JSON 对象，不要有其他内容。以各个{group}为键，按给出的顺序排列，值为该{group}的{items}列表。',
      '请以 JSON 对象的形式作答：按上面的顺序，把每个{group}对应到它的{items}列表，不要附加说明。',
      '答案只能是 JSON：每个{group}占一项，顺序与所列一致，值是由{items}组成的数组。',
      '整个回答就是一个 JSON 对象。每个{group}作为键恰好出现一次，保持原有顺序，其{items}放在数组里。',
      '返回形如 {"{group}名称": ["……", "……"], ……} 的 JSON，按所给顺序列出全部{groups}，不做任何解释。',
    ],
    empty: '空列表',
  },
}
