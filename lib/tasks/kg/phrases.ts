import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for entities with attributes says. `{labels}` names each type with the attributes asked for. */
export const kgPhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'type', groups: 'types', items: 'entities' },
    basic: [
      'Describe the entities of these types as the input presents them: {labels}. Give the name of each and the attributes that are asked for.',
      'Build entries for a knowledge graph from the input. The entity types are: {labels}; each entry has a name and attributes.',
      'Which entities of the types {labels} does the input describe, and what does it say of them?',
      'Collect every entity of these types together with what the input tells about it: {labels}.',
      'Read the input and fill in a card for each entity of one of these types: {labels}. On the card stand its name and the attributes wanted.',
      'For the types {labels}, list the entities in the input and the values of their attributes.',
      'Extract entities with their attributes from the input. Only these types matter: {labels}.',
      'You add facts to a knowledge base. Take from the input all entities of these types, with their properties: {labels}.',
      'Who or what of the types {labels} appears in the input? Note the name and every attribute that the input gives.',
    ],
    compound: [
      'Describe the entities in the input by the guidelines below. The types are: {labels}.',
      'For these types, collect entities and their attributes from the input: {labels}. What belongs to a type and to an attribute is laid down in the guidelines.',
      'You fill a knowledge base under written guidelines. Apply them to the input, for these types: {labels}.',
      'Make an entry for each entity of these types: {labels}. Consult the guideline of the type before you add one.',
      'Read the guidelines first, then the input; give every entity of the types {labels} with its attributes.',
      'Extract entities of these types with what the input says of them: {labels}. Where the name of a type and its guideline differ, the guideline holds.',
    ],
    copying: [
      'Write names as the input writes them, in the order in which they appear.',
      'Names are copied word for word, and nothing is added to an entity that the input does not say.',
      'Keep to the wording of the input, and list the entities in text order.',
    ],
    absent: [
      'A type without entities gets {empty}.',
      'If the input describes nothing of a type, give {empty} for it.',
      'Write {empty} for every type of which the input names no entity.',
      'Do not skip a type: where no entity belongs to it, put {empty}.',
    ],
    comma: '; ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '类型', groups: '类型', items: '实体' },
    basic: [
      '请根据输入文本描述下列类型的实体，写出每个实体的名称和所要求的属性：{labels}。',
      '从输入文本中为知识图谱整理条目。实体类型有：{labels}；每个条目包括名称和属性。',
      '输入文本介绍了哪些属于这些类型的实体？文中又说了它们什么？{labels}。',
      '收集以下类型的所有实体，连同文中关于它们的信息：{labels}。',
      '阅读输入文本，为这些类型的每个实体填写一张卡片，写上名称以及需要的各项属性：{labels}。',
      '针对这些类型，列出输入文本中的实体及其属性值：{labels}。',
      '请从输入文本中抽取实体和实体的属性，只考虑以下类型：{labels}。',
      '你正在充实一个知识库。请从输入文本中取出这些类型的全部实体及其特征：{labels}。',
      '文中出现了哪些人或事物属于下列类型？请记下名称以及文中给出的每项属性：{labels}。',
    ],
    compound: [
      '请按照下面的规范描述输入文本中的实体，类型有：{labels}。',
      '为下列类型收集文中的实体和属性：{labels}。什么归入某一类型、什么算某项属性，规范里写得很清楚。',
      '你依照书面规范充实知识库。请用规范处理输入文本，类型限于：{labels}。',
      '为这些类型的每个实体建立条目：{labels}。动笔之前，请先查阅该类型的规范。',
      '先读规范，再读输入文本，然后给出这些类型的所有实体及其属性：{labels}。',
      '从输入文本中抽取下列类型的实体以及文中对它们的说明：{labels}。类型名称与规范不一致时，按规范处理。',
    ],
    copying: [
      '名称照抄原文，按在文中出现的先后排列。',
      '实体名称须与原文一字不差，文中没有说的内容一概不加。',
      '沿用原文的措辞，实体按文中的顺序列出。',
    ],
    absent: [
      '没有实体的类型，给出{empty}。',
      '如果输入文本没有介绍某一类型的任何实体，就写{empty}。',
      '凡是文中找不到实体的类型，一律用{empty}表示。',
      '不要跳过任何类型，没有实体归入的填{empty}。',
    ],
    comma: '；',
    quote: ['“', '”'],
  },
}
