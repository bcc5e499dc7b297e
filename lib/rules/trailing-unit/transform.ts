import { defineEdgeRule } from '@/lib/rules/define-edge-rule'

/** A unit after a number, such as “mg” after “40”: part of the mention, or not. */
export const trailingUnit = defineEdgeRule({
  name: 'trailing-unit',
  side: 'trailing',
  letters: 'exact',
  beside: 'number',
  statements: {
    include: {
      en: [
        'A unit of measurement directly after a value ({words}) is part of the mention.',
        'Let a mention go on to the end of the unit that follows it: {words}.',
        'Amounts are given with the unit behind them, be it {words}.',
      ],
      zh: [
        '紧跟在数值之后的计量单位（{words}）算作提及的一部分。',
        '提及后面如果带有单位，应一直标到单位末尾，例如{words}。',
        '写出数量时连同后面的单位一起写，例如{words}。',
      ],
    },
    drop: {
      en: [
        'A unit of measurement after a value ({words}) is not part of the mention.',
        'End a mention with the value, before units such as {words}.',
        'Leave out {words} at the end of a mention.',
      ],
      zh: [
        '数值后的计量单位（{words}）不算提及的一部分。',
        '提及在数值处结束，不含后面的{words}等单位。',
        '提及末尾若有{words}，请去掉。',
      ],
    },
  },
})
