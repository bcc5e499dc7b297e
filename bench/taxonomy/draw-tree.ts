const FIELDS = 8
const SUB_FIELDS = 5
const DISCIPLINES = 16
const TOPICS = ['acids', 'waves and fields', 'methods', 'history', 'measurement', 'practice']
const TOPICS_ZH = ['酸', '波与场', '方法', '历史', '测量', '实践']

/** A tree as indented text, of about so many nodes: wide at the bottom, as trees of subjects are. */
export function drawTree(nodes: number): string {
  const disciplines = FIELDS * SUB_FIELDS * DISCIPLINES
  const subjects = Math.max(1, Math.round((nodes - disciplines) / disciplines))
  const lines: string[] = []
  for (let f = 0; f < FIELDS; f++) {
    lines.push(`Field ${f} | 领域 ${f}`)
    for (let s = 0; s < SUB_FIELDS; s++) {
      lines.push(`  Sub-field ${f}.${s} | 子领域 ${f}.${s}`)
      for (let d = 0; d < DISCIPLINES; d++) {
        lines.push(`    Discipline ${f}.${s}.${d} | 学科 ${f}.${s}.${d}`)
        for (let k = 0; k < subjects; k++) {
          const topic = (f + s + d + k) % TOPICS.length
          lines.push(`      Subject ${k}: ${TOPICS[topic]} ${f}.${s}.${d} | 科目 ${k}：${TOPICS_ZH[topic]}`)
        }
      }
    }
  }
  return lines.join('\n')
}
