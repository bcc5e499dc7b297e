// Checks .dependency-cruiser.mjs. dependency-cruiser has no parser that reads all of today's TypeScript (its own wants the
// compiler's JavaScript API, which TypeScript 7 has not; with swc it stumbles over JSX and types). So it gets a skeleton of
// the tree: the same files with nothing in them but their imports, read by swc.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseSync } from '@swc/core'
import { cruise } from 'dependency-cruiser'
import rules from '../.dependency-cruiser.mjs'

const FOLDERS = ['app', 'components', 'lib', 'prompts', 'prisma', 'scripts', 'e2e', 'bench', 'generated']
const SOURCE = /\.(ts|tsx|mjs)$/
const IMPORTING = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration'])

/** Every import that breaks a rule, as `{ rule, from, to, why }`. */
export async function findForbiddenImports(root) {
  const skeleton = mkdtempSync(path.join(os.tmpdir(), 'gloss-house-'))
  try {
    const files = sourceFiles(root)
    for (const file of files) writeSkeleton(root, skeleton, file)
    return await cruiseFiles(skeleton, files)
  } finally {
    rmSync(skeleton, { recursive: true, force: true })
  }
}

/** What a file imports, type imports and dynamic ones included. */
export function importsOf(source, file) {
  try {
    const { body } = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') })
    return [...new Set(collect(body))]
  } catch (error) {
    throw new Error(`${file} cannot be read:\n${error.message.split('Caused by')[0]}`)
  }
}

async function cruiseFiles(baseDir, files) {
  const options = { ...rules.options, baseDir, validate: true, ruleSet: { forbidden: rules.forbidden } }
  const { output } = await cruise(files, options)
  return output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map(({ name }) => name).join(' -> ') : to,
    why: rules.forbidden.find(({ name }) => name === rule.name).comment,
  }))
}

function writeSkeleton(root, skeleton, file) {
  const isGenerated = file.startsWith('generated/')
  const imports = isGenerated ? [] : importsOf(readFileSync(path.join(root, file), 'utf8'), file)
  const lines = imports.map((name) => `import ${JSON.stringify(withoutAlias(name, file))}`)
  mkdirSync(path.dirname(path.join(skeleton, file)), { recursive: true })
  writeFileSync(path.join(skeleton, file), `${lines.join('\n')}\n`)
}

function withoutAlias(name, file) {
  if (!name.startsWith('@/')) return name
  const relative = path.posix.relative(path.posix.dirname(file), name.slice(2))
  return relative.startsWith('.') ? relative : `./${relative}`
}

function collect(node) {
  if (Array.isArray(node)) return node.flatMap(collect)
  if (!node || typeof node !== 'object') return []
  const own = importedBy(node)
  return [...(own ? [own] : []), ...Object.values(node).flatMap(collect)]
}

function importedBy(node) {
  if (IMPORTING.has(node.type)) return node.source?.value
  if (node.type === 'TsImportType') return node.argument.value
  if (node.type === 'CallExpression' && node.callee.type === 'Import')
    return node.arguments[0].expression.value
  return undefined
}

function sourceFiles(root) {
  const present = readdirSync(root).filter((name) => FOLDERS.includes(name))
  return present.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .filter((name) => SOURCE.test(name)),
  )
}
