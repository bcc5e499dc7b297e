#!/usr/bin/env node
// `npm test`: every check, on a fresh clone too. `--only format,unit` runs some. A check's output is shown when it fails.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt, isBuilt } from './build.mjs'
import { dataDir, makeDataDir, ROOT } from './environment.mjs'
import { ensureInstalled } from './install.mjs'
import { isAlive } from './process-identity.mjs'
import { runTied } from './spawn-tied.mjs'
import { line, step } from './steps.mjs'

const CORPORA = '../shared/data'
const reports = path.join(dataDir(), 'test')
const unitReport = path.join(reports, 'vitest.json')
const e2eReport = path.join(ROOT, '.data/test/playwright.json')

const CHECKS = {
  format: () => run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  lint: () =>
    run(
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
    ),
  types: async () => {
    rmSync(path.join(ROOT, '.next-test/types'), { recursive: true, force: true }) // of a former state of the routes
    await run('node_modules/next/dist/bin/next', 'typegen')
    await run('node_modules/typescript/bin/tsc', '--noEmit')
  },
  house: () => run('scripts/house.mjs'),
  unit: () =>
    run(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ),
  build: (announce) => ensureBuilt({ dist: useDist(), announce }),
  e2e: async (announce) => {
    const { setUpBrowser } = await import('./setup-browser.mjs')
    setUpBrowser(announce)
    process.env.GLOSS_DIST_DIR = useDist()
    await run('node_modules/@playwright/test/cli.js', 'test')
  },
}

const REPORTS = { unit: unitReport, e2e: e2eReport }
const COUNTS = { unit: () => vitestCounts(unitReport), e2e: () => playwrightCounts(e2eReport) }

const totals = { passed: 0, failed: 0, skipped: [] }
makeDataDir(dataDir())
mkdirSync(reports, { recursive: true })
await step('install', ensureInstalled)
for (const name of chosen()) await check(name)
report()

async function check(name) {
  if (REPORTS[name]) rmSync(REPORTS[name], { force: true })
  let error
  try {
    await step(name, async (announce) => {
      const said = await CHECKS[name](announce)
      return COUNTS[name] ? `${COUNTS[name]().passed} passed` : said
    })
  } catch (failure) {
    error = failure
    console.log(`\n${indented(failure.message)}\n`)
  }
  const counts = COUNTS[name]?.() ?? { passed: 0, failed: 0, skipped: [] }
  // A check counts as one more; a suite that failed without a failing case did not even come that far.
  totals.passed += counts.passed + (error ? 0 : 1)
  totals.failed += counts.failed + (error && !counts.failed ? 1 : 0)
  totals.skipped.push(...counts.skipped)
}

function report() {
  if (!existsSync(path.join(ROOT, CORPORA)))
    line('!', 'SKIPPED', `suites on real corpora: there is no folder ${CORPORA} beside this clone`)
  for (const title of totals.skipped) line('!', 'SKIPPED', title)
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
  process.exit(totals.failed ? 1 : 0)
}

function chosen() {
  const at = process.argv.indexOf('--only')
  const names = at < 0 ? Object.keys(CHECKS) : process.argv[at + 1].split(',')
  const unknown = names.filter((name) => !CHECKS[name])
  if (unknown.length)
    throw new Error(`no check is called ${unknown.join()}; there are ${Object.keys(CHECKS).join()}`)
  return names
}

function run(...args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  for (const name of ['NODE_ENV', 'DATABASE_URL', 'GLOSS_URL', 'GLOSS_SECRET']) delete env[name] // tests bring their own
  return runTied(args, { env }).then(() => '')
}

// A running Gloss serves from .next: while it does, tests build elsewhere.
function useDist() {
  return isBuilt('.next') || !isGlossRunning() ? '.next' : '.next-test'
}

function isGlossRunning() {
  const file = path.join(dataDir(), 'start.lock')
  return existsSync(file) && isAlive(readFileSync(file, 'utf8').split('\n')[0])
}

function vitestCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: [] }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
  const cases = testResults.flatMap(({ assertionResults }) => assertionResults)
  const skipped = cases.filter(({ status }) => status === 'skipped' || status === 'pending')
  return { passed: numPassedTests, failed: numFailedTests, skipped: skipped.map(({ fullName }) => fullName) }
}

function playwrightCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: [] }
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'))
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const skipped = suites
    .flatMap(specs)
    .filter(({ tests }) => tests.every(({ status }) => status === 'skipped'))
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: skipped.map(({ title }) => title),
  }
}

function indented(text) {
  return text.replace(/^/gm, '    ')
}
