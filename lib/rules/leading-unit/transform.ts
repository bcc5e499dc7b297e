import { defineEdgeRule } from '@/lib/rules/define-edge-rule'

/** A unit before a number, such as “$” before “40”: part of the mention, or not. */
export const leadingUnit = defineEdgeRule({
  name: 'leading-unit',
  side: 'leading',
  letters: 'exact',
  beside: 'number',
  statements: {
    include: {
      en: [
        'A currency or other unit written directly before a value ({words}) is part of the mention.',
        'Begin a mention with the unit when one stands right before it: {words}.',
        'Amounts are given with the unit in front of them, be it {words}.',
      ],
      zh: [
        '紧写在数值之前的货币或其他单位（{words}）算作提及的一部分。',
        '提及前面如果紧接着单位，就从单位开始，例如{words}。',
        '写出数额时连同前面的单位一起写，例如{words}。',
      ],
    },
    drop: {
      en: [
        'A currency or other unit before a value ({words}) is not part of the mention.',
        'Start a mention at the value, after units such as {words}.',
        'Leave out {words} at the beginning of a mention.',
      ],
      zh: [
        '数值前的货币或其他单位（{words}）不算提及的一部分。',
        '提及从数值开始，不含前面的{words}等单位。',
        '提及开头若有{words}，请去掉。',
      ],
    },
  },
})
