import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for open information extraction says. There are no labels, so nothing can have a guideline. */
export const openiePhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'heading', groups: 'headings', items: 'tuples' },
    basic: [
      'Break the input down into its statements and give each one as a tuple: a predicate and the arguments that go with it.',
      'Which facts does the input state? Write every fact as a predicate with its arguments. Nobody has fixed the relations beforehand.',
      'Do open information extraction on the input: one tuple for each statement, made of a predicate and its arguments.',
      'Read the input and note who does what, to whom, when and where. Each assertion becomes a tuple of a predicate and its arguments.',
      'Extract every relation that the input expresses, in the words of the input, together with all that takes part in it.',
      'Find the predicates in the input and gather for each of them the arguments that the sentence gives it.',
      'Turn what the input says into tuples. A tuple stands for one statement and has a predicate and one argument or more.',
      'No relation types are given: take each predicate from the input itself and complete it with its arguments.',
      'Restate the content of the input as short facts, each of them a predicate and the arguments that it connects.',
      'Go through the input clause by clause and write down what is claimed, as predicates with their arguments.',
    ],
    compound: [],
    copying: [
      'There is one heading, “tuples”. Keep to the words of the input; the subject is the first argument, and the others follow as in the statement.',
      'All tuples stand under the heading “tuples”. Use the wording of the input, name the subject first among the arguments and leave the rest in their order.',
      'The only heading is “tuples”. Predicates and arguments are worded as in the input, the argument that is the subject before all others.',
    ],
    absent: [
      'If the input states no fact, give {empty}.',
      'Where the input holds no statement, write {empty}.',
      'An input from which no tuple can be taken gets {empty}.',
      'Should there be nothing to extract, answer with {empty}.',
    ],
    comma: ', ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '栏目', groups: '栏目', items: '元组' },
    basic: [
      '把输入文本拆成一条条陈述，每条写成一个元组：一个谓词和它所带的论元。',
      '输入文本陈述了哪些事实？请把每个事实写成谓词及其论元，关系类型并未事先规定。',
      '请对输入文本做开放信息抽取：每条陈述对应一个元组，由谓词和论元组成。',
      '阅读输入文本，记下谁做了什么、对象是谁、何时何地，每个断言写成谓词加论元的元组。',
      '抽取输入文本表达的全部关系，用原文的词语写出关系以及参与其中的各项。',
      '找出输入文本中的谓词，并为每个谓词收集句中给出的论元。',
      '请把输入文本的内容转成元组。一个元组代表一条陈述，含有一个谓词和至少一个论元。',
      '没有给定关系类型：谓词直接取自输入文本，再补上它的论元。',
      '用一个个简短的事实重述输入文本，每个事实由谓词及其联系的论元构成。',
      '逐个小句通读输入文本，把其中的说法写成带论元的谓词。',
    ],
    compound: [],
    copying: [
      '只有一个栏目，即“tuples”。请使用原文的词语；主语是第一个论元，其余论元按陈述中的顺序排列。',
      '所有元组都放在栏目“tuples”之下。措辞依照原文，论元中先写主语，其他的保持原有顺序。',
      '唯一的栏目是“tuples”。谓词和论元都照原文书写，作主语的论元排在最前。',
    ],
    absent: [
      '如果输入文本没有陈述任何事实，就给出{empty}。',
      '输入文本中没有陈述时，写{empty}。',
      '从输入文本中得不到元组的，答案为{empty}。',
      '若没有可抽取的内容，请用{empty}作答。',
    ],
    comma: '、',
    quote: ['“', '”'],
  },
}
