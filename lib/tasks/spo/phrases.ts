import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for typed triples says. */
export const spoPhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'relation', groups: 'relations', items: 'triples' },
    basic: [
      'Turn the input into triples of subject, relation and object. The relations to use are: {labels}. Say of which type each subject and object is.',
      'Extract the triples that the input states for these relations, with the types of both ends: {labels}.',
      'What does the input assert by means of these relations? Give the subject, the object and the type of each: {labels}.',
      'From the input, collect typed facts for the following relations: {labels}. A fact has a subject and an object, each with its type.',
      'Read the input and write down who or what stands in one of these relations to whom or what, and what kind of thing each of them is: {labels}.',
      'For every relation in this list, give its subjects and objects in the input together with their types: {labels}.',
      'You build triples from text. Use no relations but these, and name the type of the thing at either end: {labels}.',
      'Find the subject–object pairs that the input connects by {labels}, and tell the type of both.',
      'The relations {labels} are wanted as triples: subject and subject type, object and object type.',
    ],
    compound: [
      'Extract typed triples from the input by the guidelines below. The relations are: {labels}.',
      'Collect subject and object, with their types, for these relations: {labels}. What the guidelines say of a relation goes before what its name suggests.',
      'You annotate triples under written guidelines. Apply them to the input, using only these relations: {labels}.',
      'Which triples does the input state for {labels}? Decide by the guidelines, and tell the types of both ends.',
      'Find the facts that the input states with these relations: {labels}. The guidelines lay down which of them count and which end is the subject.',
      'Keep to the guidelines while you turn the input into triples with types; the relations are {labels}.',
    ],
    copying: [
      'Copy subjects and objects exactly as the input writes them, in the order of the text.',
      'Subject and object are given word for word; only their types are named in words of your own.',
      'Both ends stand in the answer as they stand in the input, first come, first listed.',
    ],
    absent: [
      'A relation without a triple gets {empty}.',
      'If the input states nothing with a relation, give {empty} for it.',
      'Write {empty} for each relation that the input does not use.',
      'No relation may be missing: where there is no triple, put {empty}.',
    ],
    comma: ', ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '关系', groups: '关系', items: '三元组' },
    basic: [
      '请把输入文本整理成“主语—关系—宾语”三元组，关系限于：{labels}。主语和宾语都要注明类型。',
      '针对下列关系，抽取输入文本所陈述的三元组，并给出两端的类型：{labels}。',
      '输入文本用这些关系表达了哪些事实？请写出主语、宾语以及各自的类型：{labels}。',
      '从输入文本中收集带类型的事实，涉及的关系有：{labels}。每条事实由主语和宾语构成，二者各有类型。',
      '阅读输入文本，说明什么与什么之间有下列关系，两者又分别属于哪一类：{labels}。',
      '对下面的每一种关系，列出文中的主语和宾语，连同它们的类型：{labels}。',
      '你负责从文本构建三元组。只使用这些关系，并标明两端事物的类型：{labels}。',
      '请做主谓宾抽取，谓词从以下关系中选取：{labels}；主语类型和宾语类型一并给出。',
      '需要的关系是：{labels}。请以主语、主语类型、宾语、宾语类型的形式写出文中的每个三元组。',
    ],
    compound: [
      '请依照下面的规范，从输入文本中抽取带类型的三元组，关系有：{labels}。',
      '为这些关系收集主语和宾语，并注明类型：{labels}。规范中的说明优先于关系名称给人的印象。',
      '你按书面规范标注三元组。请用规范处理输入文本，关系只限：{labels}。',
      '就{labels}而言，输入文本陈述了哪些三元组？请以规范为判断依据，并写出两端的类型。',
      '找出文中用下列关系陈述的事实：{labels}。哪些算数、哪一端是主语，规范里都有规定。',
      '把输入文本整理成带类型的三元组，整个过程须遵守规范；可用的关系为：{labels}。',
    ],
    copying: [
      '主语和宾语照抄原文，按在文中出现的先后排列。',
      '主语、宾语须与原文一字不差，只有类型可以用自己的话写。',
      '两端的词语在原文里怎么写，答案里就怎么写，先出现的先列。',
    ],
    absent: [
      '没有三元组的关系，给出{empty}。',
      '如果输入文本没有用到某种关系，该关系就写{empty}。',
      '凡是文中没有陈述的关系，一律用{empty}表示。',
      '关系一个也不能少：没有三元组的，填{empty}。',
    ],
    comma: '、',
    quote: ['“', '”'],
  },
}
