import { list, quote } from '@/lib/artifacts/kinds/guideline/mining/phrases.zh'
import type { Pair, RelationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases'

const fromTo = ({ head, tail }: Pair) => `${quote(head)}到${quote(tail)}`
const both = ({ head, tail }: Pair) => `${quote(head)}与${quote(tail)}`
const joined = (pairs: Pair[], say: (pair: Pair) => string) => pairs.map(say).join('，')

/** How the miner speaks of relations in Chinese. */
export const chineseRelationPhrases: RelationPhrases = {
  definition: ({ label, readable, pairs, types, first, words }) =>
    `${quote(label)}${readable ? `（${readable}）` : ''}是从头实体到尾实体的关系，例如${joined(pairs, fromTo)}。` +
    (types
      ? types.head === types.tail
        ? `两端大多是${quote(types.head)}。`
        : `头实体大多是${quote(types.head)}，尾实体大多是${quote(types.tail)}。`
      : '') +
    (first ? `文中几乎总是${SIDES[first]}在前。` : '') +
    (words.length ? `两者之间能说明这一关系的词：${list(words)}。` : ''),
  types: ({ types, pairs }) =>
    `头实体可以是${quote(types.head)}，尾实体是${quote(types.tail)}：${joined(pairs, fromTo)}。`,
  between: ({ words, pairs }) => `两者之间可以只有${list(words)}：${joined(pairs, fromTo)}。`,
  eitherFirst: ({ headFirst, tailFirst }) =>
    `文中头实体可以在前（如${fromTo(headFirst)}），尾实体也可以在前（如${fromTo(tailFirst)}）。`,
  severalTails: (pairs) => `一个头实体有几个尾实体时，每一对各算一条关系：${joined(pairs, fromTo)}。`,
  severalHeads: (pairs) => `几个头实体共有一个尾实体时，每一对各算一条关系：${joined(pairs, fromTo)}。`,
  bothWays: (pairs) => `两个方向都成立时写两条：${joined(pairs, both)}。`,
  samePair: ({ other, pairs }) => `同一对之间还可以有${quote(other)}，两条都写：${joined(pairs, fromTo)}。`,
  otherWay: ({ other, pairs }) => `反方向是${quote(other)}：本关系是${joined(pairs, fromTo)}。`,
  unrelated: {
    rule: ({ types, pairs }) =>
      `只是同在一段文字里还不够：${typed(types)}之间不一定有关系，如${joined(pairs, both)}。`,
    ask: ({ types, pairs, related, unrelated }) =>
      `是漏标，还是本来没有关系？同在一段文字里的${typed(types)}，有这一关系的 ${related} 对，没有任何关系的 ${unrelated} 对，如${joined(pairs, both)}。`,
  },
  note: {
    'head-first': '头实体在前',
    'tail-first': '尾实体在前',
    nested: '一端在另一端之内',
    words: (words) => `由${quote(words)}说明`,
    unrelated: '这里两者没有关系',
  },
}

const SIDES = { head: '头实体', tail: '尾实体' }
const typed = (types: Pair) => (types.head === types.tail ? `两个${quote(types.head)}` : both(types))
