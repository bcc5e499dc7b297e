#!/usr/bin/env node
// The house rules that no linter knows: who imports whom, what files are called, that documents point at what exists, and
// that pages and handlers read in one glance.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './environment.mjs'
import { findForbiddenImports } from './house-imports.mjs'

const CODE_FOLDERS = ['app', 'components', 'lib', 'prompts', 'prisma', 'scripts', 'e2e', 'bench']
const FORBIDDEN_NAMES = /^(utils?|helpers?|common|misc|services?|shared|index)$/
const PLAIN_FILES = /^(model|schema|queries|jobs)\.ts$/
const VERB_FILE = /^([a-z]+(?:-[a-z0-9]+)*)(\.job)?\.ts$/
const FAMILIES = [
  'lib/tasks',
  'lib/formats',
  'lib/rules',
  'lib/corpora/formats',
  'lib/exports/encodings',
  'lib/exports/formats',
  'lib/artifacts/kinds',
]
const PAGE_LINES = 40
const HANDLER_LINES = 25

/** Every breach of the house, as `{ where, what }`. */
export async function inspectHouse(root = ROOT) {
  const files = CODE_FOLDERS.flatMap((folder) => filesBelow(root, folder))
  const read = (file) => readFileSync(path.join(root, file), 'utf8')
  const imports = await findForbiddenImports(root)
  return [
    ...imports.map(({ rule, from, to, why }) => ({ where: from, what: `imports ${to}. ${why} (${rule})` })),
    ...files.flatMap(forbiddenName),
    ...files.filter(isNounFile).flatMap((file) => misnamedNounFile(file, read)),
    ...FAMILIES.flatMap((family) => unlikeMembers(family, files)),
    ...files.flatMap((file) => tooLong(file, read)),
    ...deadPaths(root),
  ]
}

export function forbiddenName(file) {
  const words = file.split('/').map((part) => part.split('.')[0])
  const bad = words.find((word) => FORBIDDEN_NAMES.test(word))
  return bad ? [{ where: file, what: `"${bad}" says nothing: name it after its noun or verb` }] : []
}

/** In lib/<noun>/: model, schema, queries, jobs, or one verb per file with the function of that name. */
export function misnamedNounFile(file, read) {
  const name = path.posix.basename(file)
  if (PLAIN_FILES.test(name)) return []
  const [, verb, isJob] = VERB_FILE.exec(name) ?? []
  if (!verb) return [{ where: file, what: 'is not model, schema, queries, jobs or <verb>-<noun>[.job].ts' }]
  const wanted = verb.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
  const isThere = new RegExp(
    `export (async )?(function\\*?|const|class) ${wanted}${isJob ? '\\w*' : ''}\\b`,
  ).test(read(file))
  return isThere
    ? []
    : [{ where: file, what: `exports no "${wanted}": one verb, one file, the function of that name` }]
}

/** In a family of likes every member has the same files. */
export function unlikeMembers(family, files) {
  const members = new Map()
  for (const file of files.filter((name) => name.startsWith(`${family}/`) && !isTest(name))) {
    const [member, ...rest] = file.slice(family.length + 1).split('/')
    if (rest.length === 1) members.set(member, [...(members.get(member) ?? []), rest[0]])
  }
  const isInAll = (name) => [...members.values()].every((names) => names.includes(name))
  return [...members].flatMap(([member, names]) => {
    const odd = names.filter((name) => !isInAll(name))
    return odd.map((name) => ({
      where: `${family}/${member}/${name}`,
      what: `not every member of ${family} has a ${name}`,
    }))
  })
}

export function tooLong(file, read) {
  const name = path.posix.basename(file)
  const limit = { 'page.tsx': PAGE_LINES, 'route.ts': HANDLER_LINES }[name]
  if (!limit || !file.startsWith('app/')) return []
  const lines = read(file).trimEnd().split('\n').length
  return lines > limit
    ? [{ where: file, what: `has ${lines} lines; ${limit} are enough to parse, call one verb and answer` }]
    : []
}

// A path is whatever stands in backticks or a link and begins with a folder or file of ours.
export function pathsIn(document) {
  const quoted = [...document.matchAll(/`([^`\s]+)`|\]\(([^)\s]+)\)/g)].map(([, code, link]) => code ?? link)
  return quoted
    .map((text) => text.replace(/[#:].*$/, '').replace(/^\.\//, ''))
    .filter((text) =>
      /^[\w.@[\]()-]+(\/[\w.@[\]()-]*)+$|^[\w-]+\.(md|json|ts|mjs|yml|yaml|example)$/.test(text),
    )
}

function deadPaths(root) {
  const documents = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...filesBelow(root, 'docs')]
  const tops = new Set(readdirSync(root))
  return documents
    .filter((name) => name.endsWith('.md'))
    .flatMap((document) => {
      const base = path.posix.dirname(document)
      const exists = (name) => [root, path.join(root, base)].some((from) => isThere(path.join(from, name)))
      return pathsIn(readFileSync(path.join(root, document), 'utf8'))
        .filter((name) => !name.startsWith('.') || name.startsWith('..') || name.startsWith('.env'))
        .filter((name) => !/^\.?data\//.test(name) && !name.startsWith('node_modules/'))
        .filter((name) => (tops.has(name.split('/')[0]) || /^\.\.|\.\w+$/.test(name)) && !exists(name))
        .map((name) => ({ where: document, what: `names ${name}, which does not exist` }))
    })
}

// A document may leave out a module's extension, as an import does.
function isThere(file) {
  return ['', '.ts', '.tsx', '.mjs'].some((extension) => existsSync(file + extension))
}

function isNounFile(file) {
  return /^lib\/(?!platform\/)[a-z-]+\/[^/]+\.ts$/.test(file) && !isTest(file)
}

function isTest(file) {
  return /\.(test|eval)\.tsx?$/.test(file)
}

function filesBelow(root, folder) {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = await inspectHouse()
  for (const { where, what } of breaches) console.log(`${where}: ${what}`)
  console.log(breaches.length ? `${breaches.length} breaches of the house` : 'the house is in order')
  process.exit(breaches.length ? 1 : 0)
}
