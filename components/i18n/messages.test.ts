import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { chinese } from '@/components/i18n/chinese'
import { english } from '@/components/i18n/english'
import { artifactKinds } from '@/lib/artifacts/model'
import { issueCodes, issueParams } from '@/lib/corpora/model'
import { carriageFaults } from '@/lib/formats/model'
import { verdicts } from '@/lib/reviews/model'
import { refusalReasons } from '@/lib/synthesis/model'

const [en, zh] = [textsOf(english), textsOf(chinese)]
const screens = ['app', 'components'].flatMap(filesOf)
const sources = new Map(screens.map((file) => [file, readFileSync(file, 'utf8')]))

describe('the texts of the screens', () => {
  it('are in both languages', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([])
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([])
  })

  it('are not empty', () => {
    expect([...en, ...zh].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('take the same values in both languages', () => {
    const differing = [...en.keys()].filter(
      (key) => String(valuesOf(en.get(key)!)) !== String(valuesOf(zh.get(key) ?? '')),
    )
    expect(differing).toEqual([])
  })

  it('are well formed', () => {
    const faults: string[] = []
    for (const [locale, texts] of [['en', en] as const, ['zh', zh] as const])
      for (const [key, text] of texts) {
        const t = createTranslator({
          locale,
          timeZone: 'UTC',
          messages: { text },
          onError: (error) => faults.push(`${locale} ${key}: ${error.message}`),
        })
        void t.rich('text' as never, sampleOf(text) as never)
      }
    expect(faults).toEqual([])
  })

  it('belong to groups that a screen uses', () => {
    const all = [...sources.values()].join('\n')
    const unused = Object.keys(english).filter(
      (group) => !new RegExp(String.raw`(use|get)Translations\(\s*['"]${group}['".]`).test(all),
    )
    expect(unused).toEqual([])
  })
})

describe('an error that reaches a person', () => {
  it('has a sentence for its reason', () => {
    const code = ['lib', 'app/api'].flatMap(filesOf).map((file) => readFileSync(file, 'utf8'))
    const thrown = /new AppError\((?:(?!new AppError\()[\s\S])*?reason: '([\w-]+)'/g
    const reasons = code.flatMap((source) => [...source.matchAll(thrown)].map(([, reason]) => reason!))
    expect(reasons.length).toBeGreaterThan(20)
    expect([...new Set(reasons)].filter((reason) => !en.has(`errors.${reason}`))).toEqual([])
  })
})

describe('a record that a gate refused', () => {
  it('has a sentence for what was wrong with it, a name for the gate and for the reason', () => {
    const source = readFileSync('lib/synthesis/gates/fault.ts', 'utf8')
    const faults = [...source.matchAll(/^ {2}'?([\w-]+)'?: \(/gm)].map(([, name]) => name!)
    expect(faults.length).toBeGreaterThan(30)
    expect(faults.filter((name) => !en.has(`synthesis.faults.${name}`))).toEqual([])
    expect(refusalReasons.filter((reason) => !en.has(`synthesis.run.reasons.${reason}`))).toEqual([])
    const planned = ['not-drawn', 'no-labels']
    const gates = refusalReasons.filter((reason) => !planned.includes(reason))
    expect(gates.filter((gate) => !en.has(`synthesis.gates.${gate}`))).toEqual([])
  })
})

describe('the audit log', () => {
  const code = ['lib', 'scripts', 'prisma/seed'].flatMap(filesOf).map((file) => readFileSync(file, 'utf8'))
  const found = (pattern: RegExp) =>
    code.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name!))

  it('has words for every deed that the code leaves in it', () => {
    const literal = found(/\baction: '([\w.-]+)'/g)
    const byOutcome = found(/\baction: `(\w+)\.\$\{(?:given\.)?state\}`/g)
    const byKind = found(/\baction: `\$\{kind\}\.(\w+)`/g)
    const either = code.flatMap((source) => [
      ...source.matchAll(/\baction: \w+ \? '([\w.-]+)' : '([\w.-]+)'/g),
    ])
    const calls = found(/\bawait (audit)\(/g)
    const seen = literal.length + byOutcome.length + byKind.length + either.length
    expect(seen, 'every call is seen').toBe(calls.length)
    const ofKinds = byKind.flatMap((deed) => artifactKinds.map((kind) => `${kind}.${deed}`))
    const outcomes = byOutcome.flatMap((noun) => [`${noun}.failed`, `${noun}.cancelled`])
    const wordless = [
      ...literal,
      ...outcomes,
      ...ofKinds,
      ...either.flatMap(([, one, other]) => [one!, other!]),
    ].filter((deed) => !en.has(`projects.activity.actions.${deed}`))
    expect(wordless).toEqual([])
  })

  it('has words for every verdict on every kind', () => {
    const given = verdicts.filter((verdict) => verdict !== 'undo')
    const deeds = artifactKinds.flatMap((kind) => given.map((verdict) => `${kind}.${verdict}`))
    expect(deeds.filter((deed) => !en.has(`projects.activity.verdicts.${deed}`))).toEqual([])
  })

  it('has words for everything in the system that acts by itself', () => {
    const actors = [
      ...found(/\bsystemActor\('([\w-]+)'\)/g),
      ...found(/author: \{ kind: 'miner', id: '([\w-]+)\//g),
    ]
    expect(actors.length).toBeGreaterThan(4)
    expect(actors.filter((actor) => !en.has(`projects.activity.actors.${actor}`))).toEqual([])
  })
})

// Biome's noJsxLiterals sees text between tags; this sees what it does not.
describe('a screen', () => {
  const spoken = /\b(?:aria-label|aria-description|placeholder|title|alt|label)=(?:"([^"]*)"|\{'([^']*)'\})/g
  const inBraces = /[>}]\s*\{'([^']*\p{L}{2}[^']*)'\}/gu
  const chineseWords = /\p{Script=Han}/u

  it('has no words of its own in attributes or braces', () => {
    const found = [...sources].flatMap(([file, source]) =>
      [...source.matchAll(spoken), ...source.matchAll(inBraces)]
        .filter(([, a, b]) => /\p{L}/u.test(a ?? b ?? ''))
        .map(([text]) => `${file}: ${text}`),
    )
    expect(found).toEqual([])
  })

  it('has no Chinese in its source', () => {
    expect([...sources].filter(([, source]) => chineseWords.test(source)).map(([file]) => file)).toEqual([])
  })
})

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
}

function textsOf(messages: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  )
}

/** The values and the tags of a text: `{count, plural, one {# row} other {# rows of <b>{name}</b>}}` has count, name, <b>. */
function valuesOf(text: string): string[] {
  const found = new Set([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`))
  collectValues(text, found)
  return [...found].sort()
}

function collectValues(text: string, found: Set<string>): void {
  for (const inner of bracesOf(text)) {
    const [, name, rest = ''] = /^\s*(\w+)\s*(?:,\s*\w+\s*,?)?([\s\S]*)$/.exec(inner) ?? []
    if (name) found.add(name)
    for (const branch of bracesOf(rest)) collectValues(branch, found)
  }
}

/** What stands in the outermost braces. */
function bracesOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{' && depth++ === 0) start = i + 1
    if (text[i] === '}' && --depth === 0) parts.push(text.slice(start, i))
  }
  return parts
}

function sampleOf(text: string): Record<string, unknown> {
  const tag = (chunks: unknown) => chunks
  const isNumber = (name: string) =>
    new RegExp(`\\{\\s*${name}\\s*,\\s*(plural|number|selectordinal)`).test(text)
  return Object.fromEntries(
    valuesOf(text).map((name) =>
      name.startsWith('<') ? [name.slice(1, -1), tag] : [name, isNumber(name) ? 2 : 'x'],
    ),
  )
}

describe('a line that was refused or mended', () => {
  it('has a sentence for its code, and words for its particulars, in both languages', () => {
    for (const texts of [en, zh]) {
      expect(issueCodes.filter((code) => !texts.has(`issues.codes.${code}`))).toEqual([])
      expect(issueParams.filter((name) => !texts.has(`issues.params.${name}`))).toEqual([])
    }
  })
})

describe('an answer that a carrier cannot hold', () => {
  it('has a sentence for the reason in both languages', () => {
    for (const texts of [en, zh])
      expect(carriageFaults.filter((code) => !texts.has(`issues.carriers.${code}`))).toEqual([])
  })
})
