/** Closed classes of words, for telling what stands beside a mention. Lower case unless said otherwise. */

export const articles = new Set(['the', 'a', 'an'])

/** English words that carry grammar rather than matter. */
export const functionWords = new Set(
  (
    'the a an and or but nor of in on at by to for from with without against between among into onto over under ' +
    'about after before since until till during through across along near off out up down as than then so if ' +
    'while when where which who whom whose that this these those it its he him his she her they them their we us ' +
    'our you your i my me is are was were be been being am has have had do does did will would shall should can ' +
    'could may might must not no nor also only both either neither each every all any some such other another ' +
    'like more most very just there here what how why because however within upon toward towards per via'
  ).split(' '),
)

/** English verb forms that often follow or precede a name. */
export const commonVerbs = new Set(
  (
    'said says say won wins win ran runs run made makes make became becomes become took takes take told tells tell led ' +
    'leads held holds lost loses left went goes go came comes come began begins sent sends gave gives give got gets ' +
    'get saw sees see knew knows kept keeps met meets wrote writes wants want stars features thinks thought found ' +
    'brought bought sold built spoke stood sat beat put let felt grew drew rose fell'
  ).split(' '),
)

/** Words across which an English name goes on: "Liberal Party of Canada". The head stands before the first of them. */
export const joiningWords = new Set(['of', 'and', 'for', 'on', 'in', 'at', 'against', 'to', 'the', '&'])
export const headEnds = new Set(['of', 'for', 'on', 'in', 'at', 'against', 'to'])

/** English titles, without a full stop; only a capitalised word counts as one. */
export const titles = new Set(
  (
    'mr mrs ms miss dr prof professor sir dame lord lady president vice-president senator sen governor gov minister ' +
    'chancellor premier king queen prince princess emperor captain capt colonel col general gen major lieutenant lt ' +
    'sergeant admiral commander judge justice mayor chairman chairwoman chair secretary congressman congresswoman ' +
    'representative rep ambassador bishop archbishop pope saint st rev reverend father brother sister chief director ' +
    'inspector officer councillor speaker skipper harbourmaster'
  ).split(' '),
)

/** Chinese titles that follow a name, longest first, so that 副市长 is found before 市长. */
export const titlesAfterNames = (
  '副总经理 总经理 董事长 副董事长 副总统 副总理 副主席 副市长 副省长 副局长 副部长 副校长 副院长 秘书长 总工程师 ' +
  '工程师 设计师 引航员 大法官 检察官 委员长 总统 总理 首相 主席 市长 省长 县长 镇长 村长 局长 部长 处长 科长 队长 船长 ' +
  '校长 院长 会长 社长 所长 站长 馆长 厂长 行长 组长 主任 主编 总裁 经理 书记 议员 委员 代表 大使 教授 博士 老师 医生 ' +
  '大夫 法官 律师 记者 教练 先生 女士 小姐 夫人 太太 将军 上校 警官 师傅 同学'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)

export const measureWords = new Set([
  ...'个名位艘条座部项场次届件只支辆架份篇所家间栋幢张本套种批群队股处道台',
])
export const numerals = new Set([...'一二两三四五六七八九十百千万几数多这那每某各半第0123456789'])

/** Chinese words across which a name goes on. */
export const joiningCharacters = new Set([...'与和及暨'])

export const quotes = new Set(['"', '“', '”', '‘', '’', '«', '»', '「', '」', '『', '』', '``', "''", "'"])
export const brackets = new Set([
  '(',
  ')',
  '（',
  '）',
  '[',
  ']',
  '【',
  '】',
  '《',
  '》',
  '〈',
  '〉',
  '{',
  '}',
])

/** What may stand between the mentions of a list. */
export const listSigns = new Set([
  ',',
  ';',
  '/',
  'and',
  'or',
  '&',
  '、',
  '，',
  '；',
  '和',
  '与',
  '及',
  '或',
  '以及',
])
