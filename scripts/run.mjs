#!/usr/bin/env node
// run.mjs TOOL ARGS… | NODE-ARGS…: a tool of node_modules, or node itself, with the private database up and .env loaded.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { childEnvironment, loadDotEnv, ROOT } from './environment.mjs'

const PACKAGE_OF = { playwright: '@playwright/test', depcruise: 'dependency-cruiser', tsc: 'typescript' }
const MAKE_A_DATABASE = ['deploy', 'dev', 'reset'] // of Prisma's commands

loadDotEnv()
const [first, ...rest] = process.argv.slice(2)
if (!first) {
  console.error(
    'usage: node scripts/run.mjs prisma migrate status | node scripts/run.mjs --import tsx some.ts',
  )
  process.exit(2)
}

const given = process.env.DATABASE_URL
if (given) await requireDatabase(given)
const database = given ? undefined : await import('./db.mjs')
if (database) process.env.DATABASE_URL = await database.start({ say: (line) => console.error(line) })

const args = isForNode(first) ? [first, ...rest] : [binOf(first), ...rest]
const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: childEnvironment() })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    const fromKeyboard = signal === 'SIGINT' && process.stdin.isTTY // which reaches the child by itself
    if (!fromKeyboard) child.kill(signal)
  })
child.on('exit', async (code, signal) => {
  await database?.release()
  process.exit(code ?? (signal ? 1 : 0))
})

async function requireDatabase(url) {
  const { reachDatabase } = await import('./reach-database.mjs')
  const makesIt = first === 'prisma' && rest.some((word) => MAKE_A_DATABASE.includes(word))
  try {
    await reachDatabase(url, makesIt ? { onMissing: () => {} } : {})
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

function isForNode(word) {
  return word.startsWith('-') || /\.[cm]?[jt]s$/.test(word)
}

function binOf(tool) {
  const name = PACKAGE_OF[tool] ?? tool
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[tool])
}
