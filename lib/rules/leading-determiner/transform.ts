import { defineEdgeRule } from '@/lib/rules/define-edge-rule'

/** A determiner before a mention, such as “the” before “Greens”: part of it, or not. */
export const leadingDeterminer = defineEdgeRule({
  name: 'leading-determiner',
  side: 'leading',
  letters: 'folded',
  beside: 'anything',
  statements: {
    include: {
      en: [
        'A determiner that stands directly before a mention ({words}) is part of the mention.',
        'Where {words} comes right before a mention, let the mention begin with it.',
        'Take the determiner in: a mention that directly follows {words} starts at that word.',
      ],
      zh: [
        '紧挨在提及之前的限定词（{words}）算作提及的一部分。',
        '如果提及前面紧接着{words}，请从这个词开始标注。',
        '把限定词包括进来：紧跟在{words}之后的提及，应以该词开头。',
      ],
    },
    drop: {
      en: [
        'A mention never begins with a determiner ({words}): start at the word after it.',
        'Leave {words} at the beginning of a mention out of it.',
        'Mentions are written without a leading determiner such as {words}, even where it is capitalised.',
      ],
      zh: [
        '提及不以限定词（{words}）开头，请从其后的词开始。',
        '提及开头若有{words}，不要把它算进去。',
        '写出提及时去掉开头的限定词，例如{words}，首字母大写时也一样。',
      ],
    },
  },
})
