import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** What an instruction for relation extraction says. */
export const rePhrases: Record<PhraseLanguage, TaskPhrases> = {
  en: {
    nouns: { group: 'relation', groups: 'relations', items: 'pairs' },
    basic: [
      'Find all pairs of entities in the input that stand in one of these relations: {labels}.',
      'Which of these relations does the input state, and between whom or what? {labels}.',
      'Extract the relations {labels} from the input. Each has a head, from which it goes out, and a tail, to which it leads.',
      'Read the input and connect the entities it names by these relations: {labels}.',
      'For each relation in this list, give every head and tail that the input links by it: {labels}.',
      'You extract relations from text. Look only for these, and note both ends of each one you find: {labels}.',
      'These relations are of interest: {labels}. Point out every pair of mentions that the input relates in such a way.',
      'Work through the input sentence by sentence and collect the entity pairs for these relations: {labels}.',
      'Do relation extraction on the input, limited to the relations {labels}.',
      'The input may say how two things are related. Report it wherever the relation is one of these: {labels}.',
    ],
    compound: [
      'Extract these relations from the input as the guidelines below define them: {labels}. Give the head and the tail of each.',
      'Find the entity pairs for these relations: {labels}. Whether a pair counts, and which end is the head, is for the guidelines to say.',
      'You annotate relations by written guidelines. Apply them to the input, for these relations only: {labels}.',
      'Look for the relations {labels} in the input. Read what the guideline says of a relation before you trust its name.',
      'Mark every pair of mentions that stands in one of these relations: {labels}. The guidelines decide doubtful cases.',
      'With the annotation guidelines at hand, go through the input and list the pairs that these relations connect: {labels}.',
    ],
    copying: [
      'Copy both ends exactly as the input writes them, in the order of the text.',
      'Heads and tails are given word for word; a pair that stands in several relations is listed under each.',
      'Write each end as it stands in the input, and give the pairs in the order in which they come up.',
    ],
    absent: [
      'A relation that the input does not state gets {empty}.',
      'If no pair stands in a relation, give {empty} for it.',
      'Write {empty} for every relation without a pair.',
      'Name each relation even when nothing was found: it then gets {empty}.',
    ],
    comma: ', ',
    quote: ['“', '”'],
  },
  zh: {
    nouns: { group: '关系', groups: '关系', items: '实体对' },
    basic: [
      '找出输入文本中具有下列关系的全部实体对：{labels}。',
      '输入文本说明了哪些实体之间存在这些关系？{labels}。',
      '请从输入文本中抽取以下关系，并给出每个关系的头实体和尾实体：{labels}。',
      '阅读输入文本，用下列关系把文中的实体两两联系起来：{labels}。',
      '请对输入文本做关系抽取，关系仅限：{labels}。',
      '你负责从文本中抽取关系。只看下面这些关系，凡有发现，请写明关系的两端：{labels}。',
      '关注的关系有：{labels}。文中凡是以这些关系相连的两个提及，都请指出来。',
      '逐句查看输入文本，为下列每一种关系收集实体对：{labels}。',
      '下面列出了若干关系：{labels}。请判断输入文本中谁与谁之间成立这些关系。',
    ],
    compound: [
      '请按照下面的标注规范，从输入文本中抽取这些关系的头实体和尾实体：{labels}。',
      '找出具有下列关系的实体对：{labels}。一对实体算不算、哪一端是头实体，都以规范为准。',
      '你是一名关系标注员，须依照书面规范工作。请处理输入文本，只标注这些关系：{labels}。',
      '在输入文本中寻找这些关系：{labels}。不要只看关系的名称，先读规范里对它的说明。',
      '标出文中以下列关系相连的每一对提及：{labels}。拿不准的情况由规范决定。',
      '对照标注规范通读输入文本，列出由这些关系联系起来的实体对：{labels}。',
    ],
    copying: [
      '关系的两端都照抄原文，按在文中出现的先后排列。',
      '头实体和尾实体须与原文一字不差；同一对实体有几种关系，就在每种关系下各列一次。',
      '两端均按输入文本的写法给出，先提到的实体对排在前面。',
    ],
    absent: [
      '输入文本没有说到的关系，给出{empty}。',
      '如果某种关系下没有任何实体对，就写{empty}。',
      '凡是找不到实体对的关系，一律用{empty}表示。',
      '每种关系都要写到，没有结果的写{empty}。',
    ],
    comma: '、',
    quote: ['“', '”'],
  },
}
