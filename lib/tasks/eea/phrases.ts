import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for event argument extraction says. `{labels}` names each event type with its roles. */
export const eeaPhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'event type', groups: 'event types', items: 'events' },
    basic: [
      'Say who or what takes part in the events of the input, for these event types and roles: {labels}.',
      'Fill in the roles of every event of these types that the input tells of: {labels}.',
      'The input reports events. Find the arguments of those of these types: {labels}.',
      'For each event of these types, give its trigger and the words of the input that fill each role: {labels}.',
      'Who did what to whom, when and where? Answer for these event types, by their roles: {labels}.',
      'Extract the event arguments in the input. Event types and roles: {labels}.',
      'Take every event of these types in turn and assign participants to its roles: {labels}.',
      'Do event argument extraction on the input with the following types and roles: {labels}.',
      'These roles are to be filled from the input, event by event: {labels}.',
    ],
    compound: [
      'Assign arguments to the events of the input by the guidelines below. Event types and roles: {labels}.',
      'Fill the roles of these event types: {labels}. The guidelines say what may fill a role and how much of the text belongs to it.',
      'You are an annotator with guidelines for event roles. Apply them to the input, for: {labels}.',
      'Find the arguments of events of these types: {labels}. The guidelines come before your own reading of a role name.',
      'With the guidelines at hand, decide for every event in the input what fills its roles: {labels}.',
      'Give the participants that the guidelines below ask for. Event types and roles: {labels}.',
    ],
    copying: [
      'Arguments are copied word for word from the input; a role with several fillers lists all of them.',
      'Use the words of the input, and name with each event the trigger that expresses it.',
      'Quote fillers exactly as they stand; events come in the order of the text.',
    ],
    absent: [
      'A type without an event gets {empty}.',
      'Where the input has no event of a type, write {empty}.',
      'Leave no type out; put {empty} where there is nothing to fill.',
      'If a type has no event here, its entry is {empty}.',
    ],
    comma: '; ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '事件类型', groups: '事件类型', items: '事件' },
    basic: [
      '请说明输入文本的事件中各角色由谁或什么充当，事件类型与角色：{labels}。',
      '为文本中这些类型的每个事件填写角色：{labels}。',
      '输入文本报道了一些事件。请找出下列类型事件的论元：{labels}。',
      '对这些类型的每个事件，给出触发词和充当各角色的原文词语：{labels}。',
      '何人对何人做了何事，在何时何地？请按以下事件类型及角色作答：{labels}。',
      '请抽取输入文本中的事件论元。事件类型与角色：{labels}。',
      '依次处理这些类型的每个事件，把参与者分派到相应角色：{labels}。',
      '请对输入文本做事件论元抽取，类型与角色如下：{labels}。',
      '请逐个事件地从文本中找出下列角色的内容：{labels}。',
    ],
    compound: [
      '请按照下面的规范为输入文本中的事件分派论元。事件类型与角色：{labels}。',
      '填写这些事件类型的角色：{labels}。什么可以充当角色、取多长的文本，以规范为准。',
      '你是一名标注员，手边有事件角色的标注规范。请据此处理输入文本：{labels}。',
      '找出这些类型事件的论元：{labels}。规范优先于你对角色名称的理解。',
      '对照规范，逐个判断文本中每个事件的角色由什么充当：{labels}。',
      '给出下面规范所要求的参与者。事件类型与角色：{labels}。',
    ],
    copying: [
      '论元逐字取自原文；一个角色有多个内容时全部列出。',
      '一律使用原文词语，并写明每个事件的触发词。',
      '按原文引用角色内容，事件依文中顺序排列。',
    ],
    absent: [
      '没有事件的类型写{empty}。',
      '文本中没有某类事件时，写{empty}。',
      '不要漏掉任何类型；没有可填的内容时给出{empty}。',
      '某类型在文本中没有事件，就用{empty}表示。',
    ],
    comma: '；',
    quote: ['“', '”'],
  },
}
