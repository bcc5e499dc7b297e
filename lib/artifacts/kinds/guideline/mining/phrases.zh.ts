import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'

/** How the miner speaks Chinese. */
export const chinesePhrases: Phrases = {
  definition: ({ label, readable, examples, heads, leads }) =>
    `“${label}”${readable ? `（${readable}）` : ''}标注的是${list(examples)}这样的名称` +
    (heads ? `，${heads.most ? '大多' : '不少'}以${list(heads.words)}结尾。` : '。') +
    (leads.length > 0 ? `前面常见${list(leads)}。` : ''),

  builtOn: ({ head, wordings }) => `以${quote(head)}结尾的名称：${list(wordings)}。`,
  singleWords: (wordings) => `单独一个字也标：${list(wordings)}。`,
  abbreviations: (wordings) => `大写字母缩写：${list(wordings)}。`,
  shortForms: (wordings) => `全称后括号里的简称（如${list(wordings)}）另算一处，括号和“简称”二字不在范围内。`,
  joined: (wordings) => `名称中间有“与”“和”“及”时仍是一个整体：${list(wordings)}。`,
  withDigits: (wordings) => `属于名称的年份或数字在范围内：${list(wordings)}。`,
  lowerCase: (wordings) => `小写的说法也标：${list(wordings)}。`,
  inLists: () => '并列时每一项各算一处，中间的“、”“，”“和”“与”等不在范围内。',
  holds: ({ other, wordings }) => `里面可以再含一处“${other}”，也要标：如${list(wordings)}。`,

  article: {
    outside: ({ token }) => `名称前的冠词${quote(token)}不在范围内。`,
    inside: ({ token, wordings }) => `冠词${quote(token)}在范围内：如${list(wordings)}。`,
    ask: ({ token, outside, inside, wordings }) =>
      `冠词${quote(token)}是否属于名称？在内 ${inside} 处（${list(wordings)}），在外 ${outside} 处。`,
  },
  title: {
    outside: ({ place, tokens }) => `名称${SIDES[place]}的职务、称谓不在范围内：${list(tokens)}。`,
    inside: ({ place, wordings }) => `名称${SIDES[place]}的职务、称谓在范围内：${list(wordings)}。`,
    ask: ({ place, tokens, outside, inside, wordings }) =>
      `名称${SIDES[place]}的职务、称谓算不算在内？在外 ${outside} 处（${list(tokens)}），在内 ${inside} 处（${list(wordings)}）。`,
  },
  possessive: () => "所有格“'s”不在范围内。",
  enclosed: {
    outside: ({ kind, open, close }) => `外面的${signs(kind, open)}${open}${close}不在范围内。`,
    inside: ({ kind, open, wordings }) => `外面的${signs(kind, open)}在范围内：${list(wordings)}。`,
    ask: ({ kind, open, close, outside, inside, wordings }) =>
      `外面的${signs(kind, open)}${open}${close}算不算在内？在外 ${outside} 处，在内 ${inside} 处（${list(wordings)}）。`,
  },
  measures: (tokens) => `前面的数量词不在范围内：${list(tokens)}。`,
  beside: ({ before, after }) =>
    `常在旁边的词不在范围内：${[
      before.length > 0 && `前面的${list(before)}`,
      after.length > 0 && `后面的${list(after)}`,
    ]
      .filter(Boolean)
      .join('，')}。`,
  edgeWord: {
    outside: ({ token, place }) => `${EDGES[place]}的${quote(token)}不在范围内。`,
    inside: ({ token, place, wordings }) => `${EDGES[place]}的${quote(token)}在范围内：${list(wordings)}。`,
    ask: ({ token, place, outside, inside }) =>
      `${EDGES[place]}的${quote(token)}算不算在内？在内 ${inside} 处，在外 ${outside} 处。`,
  },
  neighbour: ({ other, before, after }) =>
    `紧挨在${before && after ? '前面或后面' : before ? '前面' : '后面'}的“${other}”另标一处，不与它合并。`,

  otherLabel: {
    theirs: ({ label, other, mentions }) => `一般标作“${other}”而不是“${label}”：${list(mentions)}。`,
    ask: ({ label, other, mentions, once }) =>
      `${once ? '是误标，还是两种意思？' : `句中什么情况下算“${label}”，什么情况下算“${other}”？`}两种都标过的有：${mentions
        .map(({ mention, own, others }) => `${quote(mention)}（${label} ${own} 处，${other} ${others} 处）`)
        .join('、')}。`,
  },
  within: {
    outside: ({ other, wordings }) => `处在更长的“${other}”之内时不单独标：如${list(wordings)}。`,
    inside: ({ other, wordings }) => `处在“${other}”之内也标：如${list(wordings)}。`,
    ask: ({ other, outside, inside, wordings }) =>
      `处在更长的“${other}”之内时还标不标？标了 ${inside} 处（${list(wordings)}），没标 ${outside} 处。`,
  },
  overlaps: ({ other, count, wordings }) =>
    `与“${other}”交叉时，两者各到哪里为止？共 ${count} 处（${list(wordings)}）。`,
  unlabelled: (mentions) =>
    `是漏标，还是意思不同？同样的词有时没有标注：${mentions
      .map(
        ({ mention, labelled, unlabelled }) =>
          `${quote(mention)}（标 ${labelled} 处，未标 ${unlabelled} 处）`,
      )
      .join('、')}。`,

  note: {
    builtOn: (head) => `以${quote(head)}结尾`,
    typical: '典型',
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

const SIDES = { before: '前', after: '后' }
const EDGES = { first: '开头', last: '结尾' }

function signs(kind: 'quote' | 'bracket', open: string): string {
  if (kind === 'quote') return '引号'
  return open === '《' ? '书名号' : '括号'
}

export function quote(words: string): string {
  return `“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`
}

export function list(words: string[]): string {
  return words.map(quote).join('')
}
