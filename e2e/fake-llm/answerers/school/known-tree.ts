export type Named = { en: string; zh: string }
export type Grown = Named & { level: 'field' | 'sub-field' | 'discipline'; below: Grown[] }

// A field on a line without indent, then what is below it: `- ` a discipline, `: ` a sub-field with its disciplines behind it.
const WRITTEN = `
Natural science | 自然科学
: Physical science | 物质科学 > Physics | 物理学, Chemistry | 化学, Astronomy | 天文学
: Life science | 生命科学 > Botany | 植物学, Zoology | 动物学, Microbiology | 微生物学
- Geology | 地质学
Formal science | 形式科学
- Mathematics | 数学
- Logic | 逻辑学
- Statistics | 统计学
Social science | 社会科学
: Society and state | 社会与国家 > Sociology | 社会学, Political science | 政治学, Law | 法学
- Economics | 经济学
- Psychology | 心理学
Humanities | 人文学科
: Language and letters | 语言与文学 > Linguistics | 语言学, Literary studies | 文学研究, Translation | 翻译学
: Past and thought | 历史与思想 > History | 历史学, Philosophy | 哲学, Archaeology | 考古学
Engineering | 工程技术
: Machines and power | 机械与动力 > Mechanical engineering | 机械工程, Electrical engineering | 电气工程
: Built environment | 建成环境 > Civil engineering | 土木工程, Architecture | 建筑学
- Computer science | 计算机科学
Health and care | 健康与照护
: Medicine | 医学 > Surgery | 外科学, Paediatrics | 儿科学, Radiology | 放射学
- Nursing | 护理学
- Pharmacy | 药学
Manufacturing | 制造业
- Textile production | 纺织
- Metalworking | 金属加工
- Food processing | 食品加工
- Furniture making | 家具制造
Services | 服务业
: Trade and travel | 商贸与旅行 > Retailing | 零售, Tourism | 旅游, Hospitality | 酒店服务
- Accounting | 会计
- Hairdressing | 美发
Agriculture | 农业
- Forestry | 林业
- Fisheries | 渔业
- Horticulture | 园艺
- Animal husbandry | 畜牧
`

/** The part of human knowledge and trades that the stand-in has heard of. */
export const knownTree: Grown[] = WRITTEN.trim()
  .split('\n')
  .reduce<Grown[]>((fields, line) => {
    const field = fields.at(-1)
    if (line.startsWith(': ')) {
      const [head, disciplines] = line.slice(2).split(' > ') as [string, string]
      field!.below.push({
        ...named(head),
        level: 'sub-field',
        below: disciplines.split(', ').map(discipline),
      })
    } else if (line.startsWith('- ')) field!.below.push(discipline(line.slice(2)))
    else fields.push({ ...named(line), level: 'field', below: [] })
    return fields
  }, [])

function discipline(written: string): Grown {
  return { ...named(written), level: 'discipline', below: [] }
}

function named(written: string): Named {
  const [en, zh] = written.split(' | ') as [string, string]
  return { en, zh }
}
