import { defineEdgeRule } from '@/lib/rules/define-edge-rule'

/** A title before a name, such as “President” before “Lincoln”: part of the mention, or not. */
export const leadingTitle = defineEdgeRule({
  name: 'leading-title',
  side: 'leading',
  letters: 'exact',
  beside: 'anything',
  statements: {
    include: {
      en: [
        'A title or form of address directly before a name ({words}) belongs to the mention.',
        'Let a mention begin with the title that precedes the name: {words}.',
        'Names are given together with the title that stands right before them, be it {words}.',
      ],
      zh: [
        '紧挨在名称之前的头衔或称谓（{words}）属于提及的一部分。',
        '如果名称前面有头衔，提及就从头衔开始，例如{words}。',
        '写出名称时连同紧接在前的头衔一起写，无论是{words}。',
      ],
    },
    drop: {
      en: [
        'A title or form of address before a name ({words}) is not part of the mention.',
        'Start a mention at the name itself, after titles such as {words}.',
        'Leave out {words} where a mention would begin with it; the name alone counts.',
      ],
      zh: [
        '名称前的头衔或称谓（{words}）不算提及的一部分。',
        '提及从名称本身开始，不含{words}之类的头衔。',
        '提及若以{words}开头，请去掉它，只保留名称。',
      ],
    },
  },
})
