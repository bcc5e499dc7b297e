import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for event detection says. */
export const eetPhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'event type', groups: 'event types', items: 'triggers' },
    basic: [
      'Find the words in the input that report an event of one of these types: {labels}.',
      'Mark the event triggers in the input, by these types: {labels}.',
      'Which words of the input say that something of these kinds happens: {labels}?',
      'Detect the events in the input and give the word or words that express each. Types: {labels}.',
      'For each of these event types, list the triggers that the input contains: {labels}.',
      'Read the input and pick out every expression that stands for an event of these types: {labels}.',
      'You watch for events. Note the triggering words in the input under these types: {labels}.',
      'Do event detection on the input with the following types: {labels}.',
      'Collect, type by type, the words by which the input tells of an event: {labels}.',
    ],
    compound: [
      'Mark the triggers of events in the input as the guidelines below define them. Types: {labels}.',
      'Find the event triggers of these types: {labels}. The guidelines settle what is such an event and which words are its trigger.',
      'You are an annotator with guidelines for events. Apply them and list the triggers of these types: {labels}.',
      'Detect events of these types in the input: {labels}. Follow the guidelines even where the name of a type says something else.',
      'With the guidelines at hand, go through the input and collect the triggers of these event types: {labels}.',
      'List the trigger words that the guidelines below ask for. The event types are: {labels}.',
    ],
    copying: [
      'Copy each trigger exactly as it stands in the input, in the order of the text.',
      'Triggers are given word for word, from first to last; one that occurs twice is listed twice.',
      'Write the triggering words as the input has them, once for every event.',
    ],
    absent: [
      'A type without a trigger gets {empty}.',
      'If nothing in the input triggers a type, write {empty} for it.',
      'Give {empty} for every type of which no event is told.',
      'Name every type; where there is no trigger, put {empty}.',
    ],
    comma: ', ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '事件类型', groups: '事件类型', items: '触发词' },
    basic: [
      '找出输入文本中表示下列类型事件的词语：{labels}。',
      '请按这些类型标出输入文本里的事件触发词：{labels}。',
      '文本中的哪些词语表明发生了以下类型的事情：{labels}？',
      '请识别输入文本中的事件，并给出表达事件的词。类型：{labels}。',
      '对每一种事件类型，列出文本里的触发词：{labels}。',
      '通读输入文本，把代表这些类型事件的表达逐一挑出：{labels}。',
      '你负责监测事件。请按以下类型记下文本中的触发词：{labels}。',
      '请对输入文本做事件检测，类型如下：{labels}。',
      '按类型收集文本用来讲述事件的词语：{labels}。',
    ],
    compound: [
      '请按照下面的规范标出输入文本中的事件触发词。类型：{labels}。',
      '找出这些类型的触发词：{labels}。什么算这类事件、哪些词是触发词，由规范决定。',
      '你是一名标注员，手边有事件标注规范。请据此列出下列类型的触发词：{labels}。',
      '检测输入文本中这些类型的事件：{labels}。即使类型名称另有所指，也照规范执行。',
      '对照规范通读输入文本，收集下列事件类型的触发词：{labels}。',
      '列出下面规范所要求的触发词。事件类型有：{labels}。',
    ],
    copying: [
      '触发词须与原文一致，按在文中出现的顺序排列。',
      '触发词逐字照抄，从前到后给出，出现两次就列两次。',
      '按原文写出触发词，每个事件写一次。',
    ],
    absent: [
      '没有触发词的类型写{empty}。',
      '文本中没有某类事件时，该类型给出{empty}。',
      '凡未提到事件的类型，一律用{empty}表示。',
      '每个类型都要列出；找不到触发词的写{empty}。',
    ],
    comma: '、',
    quote: ['“', '”'],
  },
}
