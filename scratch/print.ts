import { readFileSync } from 'node:fs'
import { mineEvidence } from '../lib/artifacts/kinds/guideline/mine-evidence'
import { goldInstance } from '../lib/artifacts/kinds/guideline/read-gold'
import { drafterFor } from '../lib/artifacts/kinds/drafter-for'
import { canonicalNerGold } from '../lib/tasks/ner/gold'
import { codePointLength, sliceCodePoints } from '../lib/tasks/model'
export function conll(path: string) {
  const out: any[] = []
  for (const block of readFileSync(path, 'utf8').split(/\n\s*\n/)) {
    const rows = block.split('\n').filter((l) => l.trim()).map((l) => l.split('\t'))
    if (!rows.length || rows[0]![0] === '-DOCSTART-') continue
    let text = ''; const spans: any[] = []; let cur: any
    rows.forEach(([tok, tag], i) => {
      if (i) text += ' '
      const start = codePointLength(text); text += tok; const end = codePointLength(text)
      if (tag!.startsWith('B-') || (tag!.startsWith('I-') && cur?.label !== tag!.slice(2))) { cur = { start, end, label: tag!.slice(2) }; spans.push(cur) }
      else if (tag!.startsWith('I-')) cur.end = end
      else cur = undefined
    })
    out.push(goldInstance({ ordinal: out.length + 1, text, spans: canonicalNerGold(spans).spans }))
  }
  return out
}
export function jsonl(path: string) {
  return readFileSync(path, 'utf8').split('\n').filter(Boolean).map((l, i) => {
    const r = JSON.parse(l)
    const spans = (r.spans ?? r.entities ?? []).map((s: any) => ({ start: s.start ?? s.start_offset, end: s.end ?? s.end_offset, label: s.label }))
    return goldInstance({ ordinal: i + 1, text: r.text, spans: canonicalNerGold(spans).spans })
  })
}
const [file, lang, mode, only] = process.argv.slice(2)
const gold = file!.endsWith('jsonl') ? jsonl(file!) : conll(file!)
const labels = [...new Set(gold.flatMap((g: any) => g.spans.map((s: any) => s.label)))].sort() as string[]
const corpus = { id: '00000000-0000-4000-8000-000000000000', name: 'x', language: lang!, instanceCount: gold.length }
const ev = await mineEvidence(corpus, { labels, pages: async function* () { yield gold } })
const show = (e: any) => { const t = gold[e.ordinal - 1]!.text; return `[${sliceCodePoints(t, e.start, e.end)}]  ${e.note}   <<${sliceCodePoints(t, Math.max(0, e.start - 40), e.end + 40)}>>` }
for (const label of labels) {
  if (only && !only.split(',').includes(label)) continue
  const e = ev(label)!
  if (mode === 'ev') {
    console.log('=====', label, e.mentions, e.instances, e.distinct)
    for (const k of ['frequent','before','after','inside','heads','introducing','neighbours','nesting','lengths','shapes','unlabelled','covered'] as const)
      console.log(k, (e[k] as any[]).map((x) => Object.entries(x).filter(([n]) => !['refs','wordings','clearest','wider'].includes(n)).map(([n, v]) => v).join('/')).join(' | '))
    console.log('ambiguous', e.ambiguous.map((a) => a.mention + ' ' + a.labels.map((l) => l.label + l.count).join(',')).join(' | '))
    continue
  }
  const { content: c, evidence: kept } = await drafterFor('guideline').draft(e)
  console.log(`\n===== ${label}   (${e.mentions} mentions; evidence ${JSON.stringify(kept).length} bytes, ${kept.claims.length} claims)`)
  console.log('DEF  ', c.definition)
  const n = (f: string, i: number) => kept.claims.filter((x) => x.field === f && x.index === i).map((x) => `↗ ${x.count}`).join(' ')
  c.includes.forEach((l, i) => console.log('  +  ', l, n('includes', i)))
  c.excludes.forEach((l, i) => console.log('  -  ', l, n('excludes', i)))
  console.log('TYP  ', c.typical.join(' | '))
  c.positives.forEach((x) => console.log('  ok ', show(x)))
  c.negatives.forEach((x) => console.log('  no ', show(x)))
}
