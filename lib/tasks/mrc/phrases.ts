import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/**
 * What an instruction for reading comprehension says. Phrases with `{options}` are for questions that have options, all others
 * for questions that have none. The slots stand last: a question ends with its own mark.
 */
export const mrcPhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'heading', groups: 'headings', items: 'answers' },
    basic: [
      'Answer this question from the input: {question}',
      'Read the input, then answer. The question is: {question}',
      'What does the input say about the following question? {question}',
      'Find the answer to this question in the input and use nothing else: {question}',
      'There is a question to be answered about the input. Here it is: {question}',
      'Here is a question about the input. Answer it with the words of the input where you can: {question}',
      'Look up in the input what is asked here: {question}',
      'Use the input, and only the input, to answer: {question}',
      'Someone who has not read the input wants to know: {question}',
      'Answer the reading comprehension question below on the basis of the input. {question}',
      'Choose among the options the one that answers the question about the input, or all that do.\nQuestion: {question}\nOptions: {options}',
      'Read the input and answer by choice.\nThe question: {question}\nTo choose from: {options}',
      'Which of the options is right according to the input? There can be more than one.\nQuestion: {question}\nOptions: {options}',
      'Decide from the input alone which options answer the question.\nQuestion: {question}\nOptions: {options}',
      'A multiple-choice question about the input follows. Pick what the input supports.\nQuestion: {question}\nOptions: {options}',
      'Compare each option with the input and keep what answers this question: {question}\nThe options are: {options}',
      'The answer to this question is among the options, if the input has one: {question}\nOptions: {options}',
      'Answer with nothing but the text of fitting options, going by the input.\nQuestion: {question}\nOptions: {options}',
    ],
    compound: [],
    copying: [
      'There is one heading, “answer”. Give each answer in the exact words of the input, or of the option, and no longer than it has to be.',
      'Under the only heading, “answer”, copy what answers the question word for word, without a sentence around it.',
      'The heading is “answer”. What you write there is taken from the input, or from the options, letter by letter.',
    ],
    absent: [
      'If the input does not answer the question, give {empty}.',
      'A question that the input leaves open gets {empty}.',
      'Do not guess: where the answer is not in the input, write {empty}.',
      'If the question cannot be answered from the input, answer with {empty}.',
    ],
    comma: ', ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '栏目', groups: '栏目', items: '答案' },
    basic: [
      '请根据输入文本回答这个问题：{question}',
      '先阅读输入文本，再作答。问题是：{question}',
      '关于下面的问题，输入文本是怎么说的？{question}',
      '请在输入文本中找出这个问题的答案，不要使用其他信息：{question}',
      '有一个关于输入文本的问题需要回答，问题如下：{question}',
      '下面是一个关于输入文本的问题，请尽量用原文的词语回答：{question}',
      '请到输入文本中查找这里所问的内容：{question}',
      '依据输入文本，而且只依据输入文本，回答：{question}',
      '有人没有读过输入文本，想知道：{question}',
      '请以输入文本为依据，回答下面这道阅读理解题。{question}',
      '请从选项中选出能回答这个关于输入文本的问题的一项，符合的不止一项时全部选出。\n问题：{question}\n选项：{options}',
      '阅读输入文本，然后选择答案。\n问题：{question}\n可选的有：{options}',
      '根据输入文本，哪个选项是对的？正确的可能不止一个。\n问题：{question}\n选项：{options}',
      '只凭输入文本判断哪些选项回答了问题。\n问题：{question}\n选项：{options}',
      '下面是一道关于输入文本的选择题，请选出文本所支持的选项。\n问题：{question}\n选项：{options}',
      '把每个选项与输入文本对照，留下能回答这个问题的：{question}\n选项有：{options}',
      '如果输入文本给出了答案，答案就在选项之中。问题：{question}\n选项：{options}',
      '以输入文本为准，只写出合适选项的文字。\n问题：{question}\n选项：{options}',
    ],
    compound: [],
    copying: [
      '只有一个栏目，即“answer”。答案须与原文或选项的文字一字不差，并且尽可能简短。',
      '在唯一的栏目“answer”之下，逐字照抄回答问题的内容，不必写成完整的句子。',
      '栏目为“answer”，其中的内容取自输入原文或选项，一个字也不要改。',
    ],
    absent: [
      '如果输入文本没有回答这个问题，就给出{empty}。',
      '输入文本没有交代的问题，写{empty}。',
      '不要猜测：答案不在输入文本中时，用{empty}表示。',
      '若根据输入文本无法回答，请以{empty}作答。',
    ],
    comma: '、',
    quote: ['“', '”'],
  },
}
