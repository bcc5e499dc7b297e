/** Closed classes of words by language, longest first where one begins another. Rules hold their own words; these are where a miner begins. */
export const wordLists = {
  /** Articles; languages without any have none. Those that end in an apostrophe touch their noun. */
  articles: {
    en: words('the a an'),
    de: words('der die das den dem des ein eine einen einem einer eines'),
    fr: words("le la les l' l’ un une"),
    es: words('el la los las un una unos unas'),
    it: words("il lo la i gli le l' l’ un uno una un' un’"),
    pt: words('o a os as um uma uns umas'),
    nl: words('de het een'),
  } as Record<string, string[]>,
  pronouns: {
    en: words(
      'I me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself ' +
        'it its itself they them their theirs themselves this that these those',
    ),
    zh: words(
      '我 我们 咱们 你 您 你们 他 他们 她 她们 它 它们 自己 其 这 那 此 这些 那些 该 本人 对方 双方 大家 前者 后者',
    ),
  } as Record<string, string[]>,
  /** Titles before a name. */
  leadingTitles: {
    en: phrases(
      'Mr., Mrs., Ms., Dr., Prof., Sen., Gov., Rep., Gen., Col., Capt., Lt., Rev., Sgt., Mr, Mrs, Ms, Dr, Prof, Sen, Gov, ' +
        'Prime Minister, Vice President, Vice-President, Deputy Prime Minister, Foreign Minister, Attorney General, ' +
        'Secretary of State, Governor General, Chief Justice, Crown Prince, Professor, Sir, Dame, Lord, Lady, President, Senator, ' +
        'Governor, Minister, Chancellor, Premier, King, Queen, Prince, Princess, Emperor, Captain, Colonel, General, Major, ' +
        'Lieutenant, Sergeant, Admiral, Commander, Judge, Justice, Mayor, Chairman, Chairwoman, Chair, Secretary, Congressman, ' +
        'Congresswoman, Representative, Ambassador, Bishop, Archbishop, Cardinal, Pope, Reverend, Inspector, Councillor, Speaker, Taoiseach',
    ),
  } as Record<string, string[]>,
  /** Titles after a name. */
  trailingTitles: {
    en: phrases('Jr., Sr., Jr, Sr, MP, MD, M.D., PhD, Ph.D., Esq., QC, KC'),
    zh: words(
      '副总经理 总经理 副董事长 董事长 副总统 副总理 副主席 副市长 副省长 副局长 副部长 副校长 副院长 秘书长 总工程师 工程师 设计师 大法官 ' +
        '检察官 委员长 总统 总理 首相 主席 市长 省长 县长 镇长 村长 局长 部长 处长 科长 队长 船长 校长 院长 会长 社长 所长 站长 馆长 厂长 行长 组长 ' +
        '主任 主编 总裁 经理 书记 议员 委员 代表 大使 教授 博士 老师 医生 大夫 法官 律师 记者 教练 先生 女士 小姐 夫人 太太 将军 上校 警官 师傅 同学',
    ),
  } as Record<string, string[]>,
  /** Signs of currency and the like, before a number. */
  leadingUnits: words('US$ HK$ A$ C$ $ € £ ¥ ￥ ₹ RMB USD EUR GBP'),
  /** Units after a number. */
  trailingUnits: [
    ...phrases(
      'per cent, percent, square kilometres, square miles, kilometres, kilometers, metres, meters, miles, feet, inches, hectares, acres, ' +
        'kilograms, kilogram, grams, gram, milligrams, tonnes, tons, litres, liters, millilitres, dollars, euros, pounds, yen, years, months, ' +
        'weeks, days, hours, minutes, seconds, degrees, mg/kg/day, mg/kg, mg/m2, mg/day, mg/dL, mg/dl, ug/kg, mmol/L, km/h, mph, mg, kg, ' +
        'ug, µg, μg, ml, mL, dl, dL, km, cm, mm, m, GHz, MHz, Hz, kW, MW, °C, °F, %, ％',
    ),
    ...words(
      '平方公里 公里 千米 厘米 毫米 公斤 千克 毫克 公顷 美元 欧元 英镑 日元 人民币 元 米 克 吨 岁 年 个月 天 小时 分钟 人',
    ),
  ],
  /** Prepositions that begin what a statement can be true without. */
  prepositions: {
    en: words(
      'in on at by for from to with without during since until after before over under about around through across against among ' +
        'between into onto of as because despite within throughout near along toward towards via per upon',
    ),
    zh: words(
      '在 从 于 自 自从 为 为了 因 因为 由 由于 对 对于 关于 与 和 同 跟 把 被 给 向 往 按 按照 根据 以 通过',
    ),
  } as Record<string, string[]>,
}

/** Pairs of signs that may stand around a mention. Corpora of tokens write quotation marks in two signs each. */
export const MARKS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['``', "''"],
  ['`', "'"],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['【', '】'],
  ['《', '》'],
  ['〈', '〉'],
]

function words(list: string): string[] {
  return list.split(' ')
}

function phrases(list: string): string[] {
  return list.split(', ')
}
