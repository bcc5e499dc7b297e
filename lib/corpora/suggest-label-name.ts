import type { LabelName } from '@/lib/corpora/model'

/** Words that labels are made of, with their Chinese where one word says it. Longer ones come before what they begin with. */
const WORDS: Record<string, string> = {
  academic: '学术',
  actor: '演员',
  age: '年龄',
  album: '专辑',
  algorithm: '算法',
  animal: '动物',
  artist: '艺术家',
  association: '协会',
  author: '作者',
  award: '奖项',
  band: '乐队',
  birth: '出生',
  book: '书籍',
  brand: '品牌',
  building: '建筑',
  chemical: '化学',
  city: '城市',
  company: '公司',
  concept: '概念',
  conference: '会议',
  country: '国家',
  date: '日期',
  death: '死亡',
  disease: '疾病',
  dosage: '剂量',
  drug: '药物',
  effect: '影响',
  election: '选举',
  element: '元素',
  entity: '实体',
  event: '事件',
  facility: '设施',
  field: '领域',
  film: '电影',
  founder: '创始人',
  gene: '基因',
  genre: '流派',
  geographic: '地理',
  group: '团体',
  instrument: '乐器',
  journal: '期刊',
  language: '语言',
  law: '法律',
  leader: '领导人',
  literary: '文学',
  location: '地点',
  magazine: '杂志',
  member: '成员',
  metric: '指标',
  misc: '其他',
  miscellaneous: '其他',
  money: '金额',
  movie: '电影',
  music: '音乐',
  musical: '音乐',
  name: '名称',
  nationality: '国籍',
  number: '数量',
  occupation: '职业',
  office: '职务',
  organisation: '组织机构',
  organization: '组织机构',
  party: '党派',
  people: '人物',
  percent: '百分比',
  period: '时期',
  person: '人物',
  place: '地点',
  plant: '植物',
  poem: '诗歌',
  political: '政治',
  politician: '政治家',
  position: '职位',
  product: '产品',
  programming: '编程',
  protein: '蛋白质',
  quantity: '数量',
  region: '地区',
  religion: '宗教',
  researcher: '研究人员',
  school: '学校',
  scientist: '科学家',
  song: '歌曲',
  sport: '体育',
  state: '州',
  subject: '主体',
  symptom: '症状',
  task: '任务',
  team: '团队',
  theory: '理论',
  time: '时间',
  title: '头衔',
  treatment: '治疗',
  university: '大学',
  vehicle: '交通工具',
  work: '作品',
  writer: '作家',
}

/** Short labels that everybody writes, and compounds that Chinese says in words of their own. */
const WHOLE: Record<string, { en: string; zh: string }> = {
  per: { en: 'person', zh: '人物' },
  loc: { en: 'location', zh: '地点' },
  org: { en: 'organization', zh: '组织机构' },
  gpe: { en: 'geopolitical entity', zh: '地缘政治实体' },
  fac: { en: 'facility', zh: '设施' },
  misc: { en: 'miscellaneous', zh: '其他' },
  norp: { en: 'nationality, religion or politics', zh: '民族、宗教或政治团体' },
  politicalparty: { en: 'political party', zh: '政党' },
  programlang: { en: 'programming language', zh: '编程语言' },
  astronomicalobject: { en: 'astronomical object', zh: '天体' },
  chemicalelement: { en: 'chemical element', zh: '化学元素' },
  musicalinstrument: { en: 'musical instrument', zh: '乐器' },
  musicgenre: { en: 'music genre', zh: '音乐流派' },
  academicjournal: { en: 'academic journal', zh: '学术期刊' },
}

const LONGEST_WORD = Math.max(...Object.keys(WORDS).map((word) => word.length))

/** A name that people read, made from a label: split where it is written in several words, or made of words that are known. */
export function suggestLabelName(label: string): LabelName {
  if (/\p{Script=Han}/u.test(label)) return { zh: label.replace(/[_-]+/g, '') }
  const parts = splitWords(label)
  const joined = parts.join('').toLowerCase()
  const whole = Object.hasOwn(WHOLE, joined) ? WHOLE[joined] : undefined
  if (whole) return whole
  const words = parts.flatMap((part) => splitJoined(part.toLowerCase()) ?? [wordOf(part)])
  const chinese = words.map((word) =>
    Object.hasOwn(WORDS, word.toLowerCase()) ? WORDS[word.toLowerCase()] : undefined,
  )
  const zh = chinese.every((word) => word !== undefined) ? { zh: chinese.join('') } : {}
  return { en: words.join(' '), ...zh }
}

/** At separators, and where a capital begins a word. */
function splitWords(label: string): string[] {
  return label
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_./:-]+/u)
    .filter(Boolean)
}

/** Capitals alone are an abbreviation and stay, unless they are a word. */
function wordOf(part: string): string {
  return /^\p{Lu}{2,5}$/u.test(part) ? part : part.toLowerCase()
}

/** A run of letters as known words, the longest first; null when some of it is no known word. */
function splitJoined(run: string): string[] | null {
  if (run === '') return []
  for (let length = Math.min(run.length, LONGEST_WORD); length > 2; length--) {
    const word = run.slice(0, length)
    if (!Object.hasOwn(WORDS, word)) continue
    const rest = splitJoined(run.slice(length))
    if (rest) return [word, ...rest]
  }
  return null
}
