import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for text classification says, whether one class fits or several. */
export const tcPhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'heading', groups: 'headings', items: 'classes' },
    basic: [
      'Classify the input. These are the classes to choose from: {labels}.',
      'Which of these classes does the input belong to? {labels}.',
      'Read the input and say under which of the following classes it falls: {labels}.',
      'Assign the input to what fits among these classes: {labels}.',
      'Decide what kind of text the input is. Possible classes: {labels}.',
      'You sort texts. Here are the classes in use: {labels}. Say where the input goes.',
      'Judge the input as a whole and pick from this list what describes it: {labels}.',
      'Do text classification on the input with these classes: {labels}.',
      'Give the input the class that suits it, or each one that does. The candidates are: {labels}.',
      'The following classes are available: {labels}. Find the right place for the input among them.',
    ],
    compound: [
      'Classify the input as the guidelines below define the classes. They are: {labels}.',
      'Assign the input to what fits among these classes: {labels}. The guidelines settle where one class ends and another begins; follow them even where the name of a class suggests something else.',
      'Which of these classes does the input belong to? {labels}. Read the guideline of a class before you decide; it comes before your own idea of the word.',
      'You sort texts by written guidelines. Apply them to the input and choose among these classes: {labels}.',
      'Decide under which of these classes the input falls: {labels}. What each class covers, and what it leaves out, is laid down in the guidelines.',
      'Hold the input against the guideline of each class and name what fits. The classes are: {labels}.',
      'Judge the input as a whole with the guidelines in hand. Choose from these classes: {labels}.',
    ],
    copying: [
      'There is one heading, “label”. Write the name of a class exactly as it is given, once.',
      'Under the only heading, “label”, stand the names of the classes that fit, spelled as in the list and in its order.',
      'The heading is “label”. Copy the names of classes letter by letter and name none twice.',
    ],
    absent: [
      'If no class fits, give {empty}.',
      'An input that belongs to none of the classes gets {empty}.',
      'Where none of the classes applies, write {empty}.',
      'Do not force a class onto the input: if none suits it, answer with {empty}.',
    ],
    comma: ', ',
    quote: ['“', '”'],
    choosing: {
      one: [
        'One class at most is right.',
        'The input belongs to a single class.',
        'Choose one class, the one that fits best.',
      ],
      several: [
        'More than one class can be right.',
        'The input may belong to several classes; give all of them.',
        'Name every class that fits, be it one or more.',
      ],
    },
  },
  zh: {
    nouns: { group: '栏目', groups: '栏目', items: '类别' },
    basic: [
      '请对输入文本进行分类，可选的类别有：{labels}。',
      '输入文本属于下列哪些类别？{labels}。',
      '阅读输入文本，判断它归入以下哪些类别：{labels}。',
      '请从这些类别中为输入文本选出合适的：{labels}。',
      '判断输入文本是哪一类文本。可能的类别：{labels}。',
      '你负责给文本归类，现有类别如下：{labels}。请指出输入文本该归到哪里。',
      '从整体上判断输入文本，在下面的列表中选出符合的类别：{labels}。',
      '请用这些类别对输入文本做文本分类：{labels}。',
      '给输入文本标上适合它的类别，适合的不止一个时都要标上。候选类别：{labels}。',
      '可供使用的类别有：{labels}。请为输入文本找到恰当的归属。',
    ],
    compound: [
      '请按照下面的标注规范对输入文本分类，类别有：{labels}。',
      '请从这些类别中为输入文本选出合适的：{labels}。类别之间的界限以规范为准；即使类别的名称看上去另有所指，也照规范执行。',
      '输入文本属于下列哪些类别？{labels}。判断之前请先读该类别的规范，规范优先于你对名称的理解。',
      '你依据书面的标注规范给文本归类。请据此处理输入文本，在以下类别中选择：{labels}。',
      '判断输入文本归入以下哪些类别：{labels}。每个类别包括什么、不包括什么，规范里都有说明。',
      '把输入文本与各类别的规范逐一对照，指出符合的类别。类别：{labels}。',
      '手持标注规范，从整体上判断输入文本，在这些类别中选择：{labels}。',
    ],
    copying: [
      '只有一个栏目，即“label”。类别名称须与所给的完全一致，且只写一次。',
      '在唯一的栏目“label”之下写出符合的类别，写法和先后都与列表相同。',
      '栏目为“label”。类别名称逐字照抄，不要重复。',
    ],
    absent: [
      '如果没有合适的类别，就给出{empty}。',
      '输入文本不属于任何类别时，写{empty}。',
      '所有类别都不适用的，用{empty}表示。',
      '不要勉强归类：没有一个类别适合时，以{empty}作答。',
    ],
    comma: '、',
    quote: ['“', '”'],
    choosing: {
      one: ['至多有一个类别正确。', '输入文本只属于一个类别。', '请选出一个类别，即最合适的那个。'],
      several: [
        '正确的类别可能不止一个。',
        '输入文本可以同时属于几个类别，请全部给出。',
        '凡是符合的类别都要写出，一个或多个均可。',
      ],
    },
  },
}
