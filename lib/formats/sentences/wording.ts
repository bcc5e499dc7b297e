import type { Wording } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/sentences/schema'
import { SENTENCE_WORDS, writeQuoted } from '@/lib/formats/write-sentence'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

/** The sentences themselves, as a model for those who write them: X are words of the input, Y a label, F a field. */
function modelsOf({ language, pattern, quotes }: Parameters) {
  const words = SENTENCE_WORDS[language]
  const [x, z] = [writeQuoted('X', quotes), writeQuoted('Z', quotes)]
  return {
    item: `${x}${words.tail(pattern, 'Y')}`,
    none: `${words.nobody}${words.tail(pattern, 'Y')}`,
    record: `${words.lead(pattern, 'Y')}F${words.has}${x}${words.comma}G${words.hasNothing}${words.stop}`,
    several: `F${words.has}${x}${words.and}${z}`,
    nothing: words.foundNothing,
  }
}

function english(parameters: Parameters): Wording {
  const { item, none, nothing, record, several } = modelsOf(parameters)
  const { empty, language, layout, order } = parameters
  const tongue = language === 'en' ? 'English' : 'Chinese'
  const lines =
    layout === 'lines' ? 'Begin a new line for each sentence' : 'Write the sentences one after the other'
  const sorted = order === 'by-group' ? 'take the {groups} in the order given' : 'keep the order of the input'
  const ending = `${lines} and ${sorted}.`
  const records = `Y is the {group}, F and G stand for {fields}, which are all named in this order; several values read ${several}. ${ending}`
  return {
    ask: [
      `Answer in ${tongue} sentences of exactly this form, one for each of the {items}: ${item} X are the words, Y is their {group}. ${ending}`,
      `Say of each of the {items} what it is: ${item} Put the words in place of X and the {group} in place of Y, and say nothing else. ${ending}`,
      `Write a sentence in ${tongue} about every one of the {items}, always after this pattern: ${item} Here Y names the {group}. ${ending}`,
      `Your whole answer consists of ${tongue} sentences like ${item} (X: the words as the input has them; Y: the {group}). ${ending}`,
      `Report the {items} in plain sentences. The pattern is: ${item} X is copied from the input, Y is one of the {groups}. ${ending}`,
    ],
    askRecords: [
      `Answer in ${tongue} sentences of exactly this form, one for each of the {items}: ${record} ${records}`,
      `Describe each of the {items} by one sentence and say nothing else. The pattern is: ${record} ${records}`,
      `Write a sentence in ${tongue} about every one of the {items}, always after this pattern: ${record} ${records}`,
      `Your whole answer consists of ${tongue} sentences like this: ${record} ${records}`,
      `Report the {items} in plain sentences such as: ${record} ${records}`,
    ],
    empty: `the sentence “${none}”`,
    ...(empty === 'leave-out' && {
      absent: [
        `Say nothing of a {group} that has no {items}. If there are none at all, write: ${nothing}`,
        `A {group} that does not occur gets no sentence; where none occurs, the answer is: ${nothing}`,
        `Pass over every {group} without {items}, and answer with this sentence if none is left: ${nothing}`,
      ],
    }),
  }
}

function chinese(parameters: Parameters): Wording {
  const { item, none, nothing, record, several } = modelsOf(parameters)
  const { empty, language, layout, order } = parameters
  const tongue = language === 'en' ? '英文' : '中文'
  const lines = layout === 'lines' ? '每句另起一行' : '各句依次连写'
  const sorted = order === 'by-group' ? '按所给{groups}的顺序排列' : '按在原文中出现的先后排列'
  const ending = `${lines}，${sorted}。`
  const records = `其中 Y 是{group}，F 和 G 代表{fields}，须按此顺序全部写出；有多个值时写成 ${several}。${ending}`
  return {
    ask: [
      `请用${tongue}句子作答，每项{items}一句，句式固定为：${item} 其中 X 是文字，Y 是它的{group}。${ending}`,
      `逐一说明各项{items}是什么：${item} 以文字代替 X，以{group}代替 Y，此外什么也不要说。${ending}`,
      `就每项{items}写一个${tongue}句子，一律按照这个句式：${item} 这里的 Y 是{group}的名称。${ending}`,
      `整个回答由这样的${tongue}句子组成：${item}（X：原文中的文字；Y：{group}）。${ending}`,
      `用简单的句子报告{items}，句式为：${item} X 照抄原文，Y 取自所给{groups}。${ending}`,
    ],
    askRecords: [
      `请用${tongue}句子作答，每项{items}一句，句式固定为：${record} ${records}`,
      `用一句话描述一项{items}，此外什么也不要说。句式为：${record} ${records}`,
      `就每项{items}写一个${tongue}句子，一律按照这个句式：${record} ${records}`,
      `整个回答由这样的${tongue}句子组成：${record} ${records}`,
      `用简单的句子报告{items}，例如：${record} ${records}`,
    ],
    empty: `“${none}”这句话`,
    ...(empty === 'leave-out' && {
      absent: [
        `没有{items}的{group}不必提及；如果一项也没有，就写：${nothing}`,
        `没有出现的{group}不写句子，全都没有出现时回答：${nothing}`,
        `略过没有{items}的{group}，一个不剩时只写这一句：${nothing}`,
      ],
    }),
  }
}
