import type { Wording } from '@/lib/formats/model'
import { type Parameters, TAGS } from '@/lib/formats/tagged-text/schema'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording({ style }: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(style), zh: chinese(style) }
}

function english(style: Parameters['style']): Wording {
  const { open, close } = TAGS[style]('LABEL')
  const form = `${open}words${close}, LABEL being the {group}`
  return {
    ask: [
      `Repeat the input and put the {items} in it between tags, like this: ${form}. Change nothing else.`,
      `Answer with the text of the input, unchanged but for tags around the {items}: ${form}.`,
      `Copy the input word for word and mark each of the {items} where it stands, in the form ${form}; a mention within another is marked within it.`,
      `Your whole answer is the input itself with inline tags. Every one of the {items} takes the form ${form}; all other characters stay as they are.`,
      `Mark the {items} in the text. The notation is ${form}; everything outside the tags stays the same.`,
    ],
    askRecords: [],
    empty: 'no tag',
    absent: [
      'A {group} without {items} gets no tag; if nothing is found, repeat the input as it is.',
      'Where nothing belongs to a {group}, do not use its tag. A text without any {items} comes back unchanged.',
      'Do not tag anything for a {group} that does not occur. With none at all, the answer is the bare input.',
    ],
  }
}

function chinese(style: Parameters['style']): Wording {
  const { open, close } = TAGS[style]('标签')
  const form = `${open}文字${close}（“标签”处写{group}）`
  return {
    ask: [
      `重复输入文本，并给其中的{items}加上标记，写法为 ${form}，其余内容不得改动。`,
      `请以输入文本作答，除了在{items}前后加标记外不做任何改动：${form}。`,
      `逐字抄写输入文本，在每项{items}出现的位置按 ${form} 的形式标出；包含在另一项之内的，就在其内部标出。`,
      `整个回答就是带有行内标记的原文。每项{items}都写成 ${form}，其他字符保持原样。`,
      `在文中标出{items}，记法为 ${form}，标记之外的内容保持不变。`,
    ],
    askRecords: [],
    empty: '无标记',
    absent: [
      '没有{items}的{group}不加标记；如果什么也没有找到，就原样重复输入文本。',
      '没有内容属于某个{group}时，不使用它的标记；没有任何{items}的文本原样返回。',
      '没有出现的{group}不作标记，全都没有出现时，答案就是输入文本本身。',
    ],
  }
}
