import type { Phrases, Tally } from '@/lib/artifacts/kinds/guideline/phrases'

/** 语料挖掘器的中文措辞。数字只出现在需要人来裁定的地方。 */
export const chinesePhrases: Phrases = {
  definition: ({ label, readable, examples, heads, length, leads }) =>
    `“${label}”${readable ? `（${readable}）` : ''}标注的是${list(examples)}这样的名称` +
    (heads ? `，${heads.most ? '大多' : '不少'}以${list(heads.words)}结尾` : '') +
    `，${span(length)}。` +
    (leads.length > 0 ? `前面常见${list(leads)}。` : ''),

  builtOn: ({ head, wordings }) => `以${quote(head)}结尾的名称：${list(wordings)}。`,
  singleWords: (wordings) => `单独一个字也标：${list(wordings)}。`,
  abbreviations: (wordings) => `大写字母缩写：${list(wordings)}。`,
  shortForms: (wordings) => `全称后括号里的简称（如${list(wordings)}）另算一处，括号和“简称”二字不在范围内。`,
  joined: (wordings) => `名称中间有“与”“和”“及”时仍是一个整体：${list(wordings)}。`,
  withDigits: ({ nearlyAll, wordings }) =>
    nearlyAll
      ? `几乎都带年份或数字，数字在范围内：${list(wordings)}。`
      : `属于名称的年份或数字在范围内：${list(wordings)}。`,
  lowerCase: (wordings) => `小写的说法也标：${list(wordings)}。`,
  inLists: () => '并列时每一项各算一处，中间的“、”“，”“和”“与”等不在范围内。',
  holds: ({ other, wordings }) => `里面可以再含一处“${other}”，也要标：如${list(wordings)}。`,
  liesWithin: ({ other, wordings, labelled, unlabelled }) =>
    unlabelled
      ? `处在“${other}”之内时，有 ${labelled} 处标了（如${list(wordings)}），有 ${unlabelled} 处没标。待定：以哪种为准？`
      : `处在“${other}”之内也标：如${list(wordings)}。`,

  article: ({ token, outside, inside, mentions, wordings }) =>
    `冠词${quote(token)}不在范围内：${mentions} 处中有 ${outside} 处在外` +
    (inside ? `，${inside} 处在内（${list(wordings)}）。待定：在内的是否属于名称？` : '，没有在内的。'),
  titles: ({ place, tokens, inside }) =>
    `名称${place === 'before' ? '前' : '后'}的职务、称谓不在范围内：${tallies(tokens)}。` +
    (inside ? `另有 ${inside.count} 处在内：${quote(inside.words)}。待定：是误标，还是算作一个整体？` : ''),
  possessive: (count) => `所有格“'s”不在范围内（${count} 处）。`,
  enclosed: ({ kind, open, close, outside, inside, wordings }) =>
    `外面的${signs(kind, open)}${open}${close}不在范围内（${outside} 处）` +
    (inside ? `；有 ${inside} 处在内：${list(wordings)}。待定：以哪种为准？` : '。'),
  measures: (tokens) => `前面的数量词不在范围内：${tallies(tokens)}。`,
  beside: ({ before, after }) =>
    `常在旁边、但不在范围内的词：${[
      before.length > 0 && `前面的${tallies(before)}`,
      after.length > 0 && `后面的${tallies(after)}`,
    ]
      .filter(Boolean)
      .join('，')}。`,
  edgeWord: ({ token, place, inside, outside }) =>
    `${place === 'first' ? '开头' : '结尾'}的${quote(token)}有 ${inside} 处在内、${outside} 处在外。待定：以哪种为准？`,
  neighbour: ({ other, before, after }) =>
    `紧挨着的“${other}”（${[before && `前 ${before} 处`, after && `后 ${after} 处`].filter(Boolean).join('，')}）另标一处，不与它合并。`,
  otherLabel: ({ label, other, mentions, once }) =>
    `有些词也标作“${other}”：${mentions
      .map(({ mention, own, others }) => `${quote(mention)}（${label} ${own} 处，${other} ${others} 处）`)
      .join(
        '、',
      )}。待定：${once ? '是误标，还是两种意思' : `句中什么情况下算“${label}”，什么情况下算“${other}”`}？`,
  covered: ({ other, wordings, count }) =>
    `处在更长的“${other}”之内时不标：如${list(wordings)}（共 ${count} 处）。`,
  overlaps: ({ other, count, wordings }) =>
    `与“${other}”有交叉（${count} 处，如${list(wordings)}）。待定：两者各到哪里为止？`,
  unlabelled: (mentions) =>
    `同样的词有时没有标注：${mentions
      .map(
        ({ mention, labelled, unlabelled }) =>
          `${quote(mention)}（标 ${labelled} 处，未标 ${unlabelled} 处）`,
      )
      .join('、')}。待定：是漏标，还是意思不同？`,

  note: {
    builtOn: (head) => `以${quote(head)}结尾`,
    typical: '常见',
    abbreviation: '缩写',
    shortForm: '括号里的简称',
    singleWord: '单字',
    withDigits: '带数字',
    lowerCase: '小写',
    otherLabel: (other) => `这里是“${other}”`,
    unlabelled: '这里没有标注',
    covered: ({ other, whole }) => `是更长的“${other}”的一部分${whole ? `：${quote(whole)}` : ''}`,
    outside: (token) => `${quote(token)}不在范围内`,
    enclosed: (kind, open) => `外面的${signs(kind, open)}不在范围内`,
  },
}

function signs(kind: 'quote' | 'bracket', open: string): string {
  if (kind === 'quote') return '引号'
  return open === '《' ? '书名号' : '括号'
}

function quote(words: string): string {
  return `“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`
}

function list(words: string[]): string {
  return words.map(quote).join('')
}

function tallies(tokens: Tally[]): string {
  return tokens.map(({ words, count }) => `${quote(words)}（${count}）`).join('、')
}

function span({ from, to, longest }: { from: number; to: number; longest: number }): string {
  const usual = from === to ? `${from} 个字` : `${from} 至 ${to} 个字`
  return longest > to ? `一般 ${usual}，最长 ${longest} 个字` : `长 ${usual}`
}
