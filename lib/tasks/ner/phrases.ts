import type { GuidelinePhrases, PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for named entity recognition says; besides, how it shows the guideline of a label. */
export type NerPhrases = TaskPhrases & { guidelines: GuidelinePhrases }

export const nerPhrases: Record<PhraseLanguage, NerPhrases> = {
  en: {
    nouns: { group: 'type', groups: 'types', items: 'mentions' },
    basic: [
      'Find the entities in the input that belong to one of these types: {labels}.',
      'Read the input and pick out every mention of these entity types: {labels}.',
      'Which entities does the input mention? Look only for these types: {labels}.',
      'Extract all entity mentions of the following types from the input: {labels}.',
      'You label entities in text. For each of these types, collect what the input mentions: {labels}.',
      'Go through the input from beginning to end and note every expression that names an entity of these types: {labels}.',
      'Sort the entities named in the input under these types and leave out all others: {labels}.',
      'For every type in this list, say which words of the input refer to an entity of that type: {labels}.',
      'Do named entity recognition on the input with these types: {labels}.',
      'These entity types are wanted: {labels}. Mark everything in the input that falls under one of them.',
    ],
    compound: [
      'Label the entities in the input as the guidelines below define them. The types are: {labels}.',
      'Annotate the input for these entity types: {labels}. The guidelines settle what counts and what does not; follow them even where the name of a type suggests something else.',
      'Find every mention of these types in the input: {labels}. Read the guideline of a type before you decide; it comes before your own idea of the word.',
      'You are an annotator with written guidelines. Apply them to the input and extract the entities of these types: {labels}.',
      'Extract entities of these types from the input: {labels}. What each type covers, and what it leaves out, is laid down in the guidelines.',
      'Work through the input with the annotation guidelines in hand and collect the mentions of these types: {labels}.',
    ],
    copying: [
      'Copy each mention exactly as the input writes it, in the order of the text; what is mentioned twice is listed twice.',
      'List mentions word for word and in the order in which they occur, once for every occurrence.',
      'Mentions are given as they stand in the input, from first to last, repetitions included.',
    ],
    absent: [
      'A type that does not occur gets {empty}.',
      'If the input mentions nothing of a type, give {empty} for it.',
      'Write {empty} for every type that the input does not mention.',
      'Leave no type out: one without mentions gets {empty}.',
    ],
    guidelines: {
      title: 'Guidelines',
      definition: 'Definition: ',
      includes: 'Counts:',
      excludes: 'Does not count:',
      typical: 'Typical: ',
      positive: 'Example: in “{text}”, “{mention}” is a mention.',
      negative: 'Counter-example: in “{text}”, “{mention}” is not a mention.',
      note: ' ({note})',
    },
    comma: ', ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '类型', groups: '类型', items: '提及' },
    basic: [
      '找出输入文本中属于下列类型的实体：{labels}。',
      '请阅读输入文本，抽取以下类型的全部实体提及：{labels}。',
      '输入文本提到了哪些实体？只考虑这些类型：{labels}。',
      '请对输入文本做命名实体识别，类型限于：{labels}。',
      '你负责标注文本中的实体。请按以下几类，逐一收集输入文本提到的内容：{labels}。',
      '从头到尾通读输入文本，记下每一处指称下列类型实体的词语：{labels}。',
      '把输入文本中出现的实体归入下列类型，其余的一概不管：{labels}。',
      '对下面的每一种类型，指出输入文本中哪些词语指的是该类实体：{labels}。',
      '需要的实体类型有：{labels}。请标出输入文本中属于这些类型的所有内容。',
      '以下是待识别的实体类型：{labels}。请在输入文本中把它们的提及找全。',
    ],
    compound: [
      '请按照下面的标注规范，标出输入文本中的实体。实体类型：{labels}。',
      '请对输入文本做实体标注，类型有：{labels}。哪些算、哪些不算，以规范为准；即使类型的名称看上去另有所指，也照规范执行。',
      '找出输入文本中属于下列类型的全部提及：{labels}。判断之前请先读该类型的规范，规范优先于你对名称的理解。',
      '你是一名标注员，手边有书面的标注规范。请据此从输入文本中抽取以下类型的实体：{labels}。',
      '请从输入文本中抽取这些类型的实体：{labels}。每一类包括什么、不包括什么，规范里都有说明。',
      '对照标注规范通读输入文本，收集下列类型的提及：{labels}。',
    ],
    copying: [
      '提及须与输入原文一字不差，按在文中出现的先后排列；出现两次的就列两次。',
      '逐字照抄原文中的提及，按出现顺序列出，每出现一次列一次。',
      '提及一律按原文写法，从前到后依次给出，重复出现的也要保留。',
    ],
    absent: [
      '没有出现的类型，给出{empty}。',
      '如果输入文本没有提到某个类型，该类型就写{empty}。',
      '凡是输入文本中没有提及的类型，一律用{empty}表示。',
      '不要漏掉任何类型：没有提及的写{empty}。',
    ],
    guidelines: {
      title: '标注规范',
      definition: '定义：',
      includes: '算：',
      excludes: '不算：',
      typical: '典型提及：',
      positive: '正例：在“{text}”中，“{mention}”属于这一类。',
      negative: '反例：在“{text}”中，“{mention}”不属于这一类。',
      note: '（{note}）',
    },
    comma: '、',
    quote: ['“', '”'],
  },
}
