import type { LabelName } from '@/lib/corpora/label-names/model'

/**
 * Words that labels are made of, with their Chinese where one word says it and nothing else could be meant ("state" and "title"
 * could). No Chinese is put together word by word: that would be a translation, and nobody here can make one.
 */
const WORDS: Record<string, string> = {
  academic: '',
  actor: '',
  age: '年龄',
  airport: '机场',
  album: '专辑',
  algorithm: '算法',
  animal: '动物',
  area: '',
  artist: '艺术家',
  artwork: '艺术品',
  association: '协会',
  astronomical: '',
  author: '作者',
  award: '奖项',
  band: '乐队',
  biological: '',
  birth: '',
  birthdate: '出生日期',
  birthplace: '出生地',
  body: '',
  book: '书籍',
  brand: '品牌',
  building: '建筑',
  cause: '',
  cell: '细胞',
  chemical: '',
  city: '城市',
  combination: '',
  company: '公司',
  compound: '',
  concept: '概念',
  conference: '会议',
  country: '国家',
  county: '县',
  crime: '罪名',
  currency: '货币',
  date: '日期',
  day: '',
  death: '',
  device: '设备',
  director: '导演',
  discipline: '学科',
  disease: '疾病',
  dosage: '剂量',
  drug: '药物',
  duration: '时长',
  effect: '',
  election: '选举',
  element: '',
  email: '电子邮箱',
  employer: '雇主',
  entity: '实体',
  enzyme: '酶',
  event: '事件',
  facility: '设施',
  family: '',
  field: '',
  film: '电影',
  food: '食物',
  founder: '创始人',
  game: '游戏',
  gene: '基因',
  genre: '流派',
  geographic: '',
  geographical: '',
  geopolitical: '',
  group: '',
  head: '',
  hospital: '医院',
  house: '',
  instrument: '',
  island: '岛屿',
  job: '',
  journal: '期刊',
  judge: '法官',
  lake: '湖泊',
  language: '语言',
  law: '法律',
  lawyer: '律师',
  leader: '领导人',
  line: '',
  literary: '',
  location: '地点',
  magazine: '杂志',
  material: '材料',
  medical: '',
  medicine: '药品',
  member: '成员',
  method: '方法',
  metric: '指标',
  metrics: '指标',
  military: '',
  misc: '其他',
  miscellaneous: '其他',
  model: '',
  money: '金额',
  mountain: '山',
  movie: '电影',
  museum: '博物馆',
  music: '音乐',
  musical: '',
  name: '名称',
  nationality: '国籍',
  natural: '',
  newspaper: '报纸',
  number: '',
  object: '',
  occupation: '职业',
  office: '',
  official: '',
  organ: '器官',
  organisation: '组织机构',
  organization: '组织机构',
  park: '公园',
  part: '',
  party: '党派',
  patient: '患者',
  people: '人物',
  percent: '百分比',
  percentage: '百分比',
  period: '',
  person: '人物',
  personage: '人物',
  phone: '',
  place: '地点',
  planet: '行星',
  plant: '',
  poem: '诗歌',
  political: '',
  politician: '政治家',
  population: '人口',
  position: '',
  price: '价格',
  product: '产品',
  program: '',
  programming: '',
  protein: '蛋白质',
  public: '',
  quantity: '数量',
  rate: '',
  region: '地区',
  religion: '宗教',
  religious: '',
  researcher: '研究人员',
  result: '',
  river: '河流',
  road: '道路',
  role: '',
  school: '学校',
  scientist: '科学家',
  series: '',
  severity: '严重程度',
  ship: '船舶',
  song: '歌曲',
  songwriter: '词曲作者',
  species: '物种',
  sport: '体育',
  sports: '体育',
  star: '',
  state: '',
  station: '车站',
  street: '街道',
  subject: '',
  substance: '物质',
  symptom: '症状',
  system: '',
  task: '任务',
  team: '团队',
  test: '',
  theory: '理论',
  time: '时间',
  timeline: '时间线',
  title: '',
  train: '列车',
  transport: '',
  treatment: '治疗',
  type: '',
  university: '大学',
  vehicle: '交通工具',
  virus: '病毒',
  weapon: '武器',
  website: '网站',
  work: '',
  workplace: '工作地点',
  writer: '作家',
  year: '年份',
}

/** Short labels that everybody writes, and compounds that Chinese says in words of their own. */
const WHOLE: Record<string, { en: string; zh: string }> = {
  per: { en: 'person', zh: '人物' },
  pers: { en: 'person', zh: '人物' },
  loc: { en: 'location', zh: '地点' },
  org: { en: 'organization', zh: '组织机构' },
  gpe: { en: 'geopolitical entity', zh: '地缘政治实体' },
  fac: { en: 'facility', zh: '设施' },
  misc: { en: 'miscellaneous', zh: '其他' },
  norp: { en: 'nationality, religion or politics', zh: '民族、宗教或政治团体' },
  politicalparty: { en: 'political party', zh: '政党' },
  programlang: { en: 'programming language', zh: '编程语言' },
  programminglanguage: { en: 'programming language', zh: '编程语言' },
  astronomicalobject: { en: 'astronomical object', zh: '天体' },
  chemicalelement: { en: 'chemical element', zh: '化学元素' },
  chemicalcompound: { en: 'chemical compound', zh: '化合物' },
  musicalinstrument: { en: 'musical instrument', zh: '乐器' },
  musicalartist: { en: 'musical artist', zh: '音乐人' },
  musicgenre: { en: 'music genre', zh: '音乐流派' },
  literarygenre: { en: 'literary genre', zh: '文学流派' },
  academicjournal: { en: 'academic journal', zh: '学术期刊' },
  birthdate: { en: 'birth date', zh: '出生日期' },
  birthplace: { en: 'birthplace', zh: '出生地' },
  bodypart: { en: 'body part', zh: '身体部位' },
  headoffice: { en: 'head office', zh: '总部' },
}

const MAX_ABBREVIATION = 5
const LONGEST_WORD = Math.max(...Object.keys(WORDS).map((word) => word.length))

/** A name that people read, made from a label: split where it is written in several words, or made of words that are known. */
export function suggestLabelName(label: string): LabelName {
  if (/\p{Script=Han}/u.test(label)) return { zh: label.replace(/[_-]+/g, '') }
  const parts = splitWords(label)
  const joined = parts.join('').toLowerCase()
  const whole = Object.hasOwn(WHOLE, joined) ? WHOLE[joined] : undefined
  if (whole) return whole
  const isShouted = label === label.toUpperCase() && parts.some(isWord)
  const words = parts.flatMap(
    (part) => splitJoined(part.toLowerCase()) ?? [isShouted ? part.toLowerCase() : wordOf(part)],
  )
  const [only, ...others] = words.map((word) => word.toLowerCase())
  const zh = only !== undefined && others.length === 0 && Object.hasOwn(WORDS, only) ? WORDS[only] : ''
  return { ...(words.length > 0 && { en: words.join(' ') }), ...(zh && { zh }) }
}

/** At separators, and where a capital begins a word. */
function splitWords(label: string): string[] {
  return label
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_./:-]+/u)
    .filter(Boolean)
}

/** Too long for an abbreviation, or known. */
function isWord(part: string): boolean {
  return part.length > MAX_ABBREVIATION || splitJoined(part.toLowerCase()) !== null
}

/** Capitals alone are an abbreviation and stay, and so do codes such as `P17`. */
function wordOf(part: string): string {
  const isCode = /\d/.test(part) || (part.length <= MAX_ABBREVIATION && /^\p{Lu}+$/u.test(part))
  return isCode ? part : part.toLowerCase()
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
