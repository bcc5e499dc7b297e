import { defineEdgeRule } from '@/lib/rules/define-edge-rule'

/** A title after a name, such as 总统 or “Jr.”: part of the mention, or not. */
export const trailingTitle = defineEdgeRule({
  name: 'trailing-title',
  side: 'trailing',
  letters: 'exact',
  beside: 'anything',
  statements: {
    include: {
      en: [
        'A title or addition directly after a name ({words}) belongs to the mention.',
        'Let a mention go on to the end of the title that follows the name: {words}.',
        'Names are given together with what is added right after them, be it {words}.',
      ],
      zh: [
        '紧跟在名称之后的头衔或后缀（{words}）属于提及的一部分。',
        '如果名称后面带有头衔，提及应延伸到头衔末尾，例如{words}。',
        '写出名称时连同紧接在后的{words}一起写。',
      ],
    },
    drop: {
      en: [
        'A title or addition after a name ({words}) is not part of the mention.',
        'End a mention with the name itself, before additions such as {words}.',
        'Leave out {words} where a mention would end with it; the name alone counts.',
      ],
      zh: [
        '名称后的头衔或后缀（{words}）不算提及的一部分。',
        '提及在名称本身处结束，不含其后的{words}。',
        '提及若以{words}结尾，请去掉它，只保留名称。',
      ],
    },
  },
})
