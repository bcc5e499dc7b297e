import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/**
 * What may stand before a general instruction. The instruction itself is the first turn of the user; `basic` are short lead-ins
 * that add nothing to it, so that it means the same with any of them and with none. `copying` and `absent` are for a response
 * that a carrier wraps.
 */
export const generalPhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'heading', groups: 'headings', items: 'responses' },
    basic: [
      'Follow the instruction below.',
      'Here is a request from a user. Respond to it.',
      'The following was written by a user. Reply to it.',
      'Do what is asked below.',
      'Respond to the message that follows.',
      'A user says:',
      'Please carry out this request.',
      'Your task is described below.',
      'Read what follows and respond.',
      'This is what you are asked to do:',
    ],
    compound: [],
    copying: [
      'There is one heading, “response”. Your whole response stands under it.',
      'Put all that you reply under the only heading, “response”, as one piece.',
      'The heading is “response”, and it holds the response in full.',
    ],
    absent: [
      'If there is nothing to reply, give {empty}.',
      'Where no response is called for, write {empty}.',
      'A request without any response gets {empty}.',
    ],
    comma: ', ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '栏目', groups: '栏目', items: '回复' },
    basic: [
      '请按照下面的指令去做。',
      '以下是一位用户的请求，请作出回应。',
      '下面的话出自一位用户，请回复。',
      '请完成下面的要求。',
      '请回应接下来的消息。',
      '用户说：',
      '请执行这项请求。',
      '你的任务如下。',
      '请阅读下文并作出回应。',
      '要你做的是：',
    ],
    compound: [],
    copying: [
      '只有一个栏目，即“response”，整个回复都写在其中。',
      '请把回复的全部内容作为一个整体放在唯一的栏目“response”之下。',
      '栏目为“response”，其中是完整的回复。',
    ],
    absent: [
      '如果没有什么可回复的，就给出{empty}。',
      '不需要回复时，写{empty}。',
      '得不到任何回复的请求，用{empty}表示。',
    ],
    comma: '、',
    quote: ['“', '”'],
  },
}
