import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for event extraction says. `{labels}` names each event type with its roles. */
export const eePhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'event type', groups: 'event types', items: 'events' },
    basic: [
      'Find the events that the input reports, for these event types and roles: {labels}.',
      'What happens in the input? Look for events of these types and fill in the roles of each: {labels}.',
      'Extract all events of the following types, each with the word that expresses it and with its participants: {labels}.',
      'Read the input and write down every event of these types, its trigger and who or what has which role in it: {labels}.',
      'For each event type in this list, find its events in the input and say what fills their roles: {labels}.',
      'You record events. Go through the input and note, for every event of these types, trigger and arguments: {labels}.',
      'Do event extraction on the input. Event types with their roles: {labels}.',
      'These events are of interest, with the roles in brackets: {labels}. Report each one that the input tells of.',
      'Which of these things happen in the input, and with whom, what, when and where, as far as a role asks for it: {labels}?',
    ],
    compound: [
      'Annotate the events in the input by the guidelines below. Event types and roles: {labels}.',
      'Extract events of these types with their arguments: {labels}. The guidelines say what counts as such an event and what fills a role.',
      'You are an annotator with written guidelines for events. Apply them to the input, for these types and roles: {labels}.',
      'Find the events of these types in the input: {labels}. Where the guidelines and the name of a type disagree, the guidelines hold.',
      'Work through the input with the guidelines at hand and record every event of these types: {labels}.',
      'Record the events that fit the guidelines below, each with its trigger and roles. The types are: {labels}.',
    ],
    copying: [
      'Triggers and arguments are copied word for word from the input; events come in the order of their triggers.',
      'Use the words of the input for triggers and roles, and list the events as the text tells them.',
      'Quote the input exactly. Each event is one entry, even where two have the same trigger words.',
    ],
    absent: [
      'A type of which nothing happens gets {empty}.',
      'If the input reports no event of a type, write {empty} for it.',
      'Leave no type out: one without events gets {empty}.',
      'Give {empty} wherever no event of a type can be found.',
    ],
    comma: '; ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '事件类型', groups: '事件类型', items: '事件' },
    basic: [
      '找出输入文本中报道的事件，只考虑下列事件类型及其论元角色：{labels}。',
      '输入文本里发生了什么？请按以下类型找出事件，并填写各个角色：{labels}。',
      '请抽取下列类型的全部事件，给出触发词和参与者：{labels}。',
      '通读输入文本，记录这些类型的每一个事件，写明触发词以及各角色由谁或什么充当：{labels}。',
      '针对下面的每一种事件类型，在文本中找到相应事件，并说明其角色：{labels}。',
      '你负责登记事件。请逐一记下这些类型的事件，包括触发词和论元：{labels}。',
      '请对输入文本做事件抽取。事件类型与角色如下：{labels}。',
      '我们关心这些事件，括号内是角色：{labels}。文本中提到的请全部列出。',
      '下列事情哪些在文本中发生了？涉及何人、何物、何时、何地，按角色要求作答：{labels}。',
    ],
    compound: [
      '请依照下面的标注规范标注输入文本中的事件。事件类型与角色：{labels}。',
      '抽取这些类型的事件及其论元：{labels}。什么算这类事件、什么可以充当角色，以规范为准。',
      '你是一名标注员，手边有事件标注规范。请按规范处理输入文本，类型与角色为：{labels}。',
      '在输入文本中找出这些类型的事件：{labels}。规范与类型名称的字面意思不一致时，以规范为准。',
      '对照规范通读输入文本，登记下列类型的每一个事件：{labels}。',
      '凡符合下面规范的事件，请连同触发词和角色一并记录。类型有：{labels}。',
    ],
    copying: [
      '触发词和论元须逐字取自原文，事件按触发词在文中的先后排列。',
      '触发词与角色一律使用原文词语，按文本叙述的顺序列出事件。',
      '请原样引用文本；每个事件单独列一项，触发词相同也不合并。',
    ],
    absent: [
      '没有发生的类型写{empty}。',
      '如果文本没有报道某类事件，该类型就给出{empty}。',
      '不要漏掉任何类型：没有事件的用{empty}表示。',
      '凡找不到事件的类型，一律写{empty}。',
    ],
    comma: '；',
    quote: ['“', '”'],
  },
}
