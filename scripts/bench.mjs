#!/usr/bin/env node
// npm run bench -- NAME [--rows N …] --json: runs bench/NAME.ts against a fresh, migrated database on a server with the
// product's own settings. The last line it prints is its result as JSON.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { childEnvironment, dataDir } from './environment.mjs'
import { ensureInstalled } from './install.mjs'
import { spawnTied } from './spawn-tied.mjs'

/** What each measures, and the counts and words that it takes. */
const BENCHMARKS = {
  compose: { counts: ['rows', 'workers'], says: 'how fast workers compose instructions' },
  dashboard: {
    counts: ['rows', 'requests'],
    says: 'how soon the figures of the quality page are there, over so many decisions',
  },
  desk: { counts: ['drafts', 'presses'], says: 'how soon the next draft is there after a key, in a browser' },
  draft: {
    counts: ['calls', 'concurrency'],
    says: 'how fast a worker asks models, and is answered from the store',
  },
  export: { counts: ['rows'], words: ['format'], says: 'how fast one worker writes an export' },
  fix: { counts: ['rows'], says: 'how long it takes to rename a label everywhere, and to undo it' },
  import: { counts: ['rows'], says: 'how fast one worker imports a file' },
  lease: {
    counts: ['rows', 'clients', 'seconds'],
    says: 'how many drafts a second reviewers take from a long queue',
  },
  decide: {
    counts: ['rows', 'clients', 'decisions', 'per-second'],
    says: 'how soon a decision is durable, many reviewers at once',
  },
  list: { counts: ['rows', 'requests'], says: 'how soon a page of instances is there, at any depth' },
  plan: {
    counts: ['subjects', 'combinations'],
    says: 'how fast combinations of key concepts are planned and drawn',
  },
  taxonomy: {
    counts: ['nodes', 'requests'],
    says: 'how soon a large tree opens, opens further, and is searched',
  },
  search: { counts: ['rows', 'requests'], says: 'how soon instances are found by their words' },
}
const USAGE_ERROR = 2

const { name, args } = readWords(process.argv.slice(2))

await ensureInstalled(console.error)
const { release, start } = await import('./db.mjs')
const { migrate } = await import('./migrate.mjs')
const home = path.join(dataDir(), 'bench')
const databaseUrl = await freshDatabase(await start({ home, say: console.error }))

const files = path.join(home, 'files')
rmSync(files, { recursive: true, force: true })
process.env.GLOSS_DATA_DIR = files
const child = spawnTied(['--expose-gc', '--import', 'tsx', path.join('bench', `${name}.ts`), ...args], {
  env: childEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production', LOG_LEVEL: 'warn' }),
  stdio: ['ignore', 'inherit', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', async (code) => {
  await release({ home })
  rmSync(files, { recursive: true, force: true })
  process.exit(code ?? 1)
})

function readWords([name = '', ...args]) {
  if (['--help', '-h', 'help'].includes(name) || args.includes('--help')) {
    console.log(usage())
    process.exit(0)
  }
  const benchmark = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined
  if (!benchmark) refuse(name ? `There is no benchmark "${name}".` : 'Which benchmark?')
  const { counts, words = [] } = benchmark
  const options = Object.fromEntries([...counts, ...words].map((option) => [option, { type: 'string' }]))
  try {
    const { values } = parseArgs({ args, options: { ...options, json: { type: 'boolean' } } })
    const odd = counts.find((count) => count in values && !/^[1-9][\d_]{0,11}$/.test(values[count]))
    if (odd) refuse(`--${odd} takes a whole number above 0, not "${values[odd]}".`)
  } catch (error) {
    refuse(error.message)
  }
  return { name, args }
}

function refuse(reason) {
  console.error(`${reason}\n\n${usage()}`)
  process.exit(USAGE_ERROR)
}

function usage() {
  const lines = Object.entries(BENCHMARKS).map(([name, { counts, words = [], says }]) => {
    const flags = [...counts.map((count) => `[--${count} N]`), ...words.map((word) => `[--${word} X]`)].join(
      ' ',
    )
    return `  ${name.padEnd(8)} ${flags.padEnd(30)} ${says}`
  })
  return [
    'usage: npm run bench -- NAME [--json]',
    ...lines,
    'The last line is the result as JSON; --json leaves out the table before it.',
  ].join('\n')
}

async function freshDatabase(server) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: Object.assign(new URL(server), { pathname: '/postgres' }).href,
  })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS bench_${name.replaceAll('-', '_')} WITH (FORCE)`)
  await client.end()
  const address = Object.assign(new URL(server), { pathname: `/bench_${name.replaceAll('-', '_')}` }).href
  await migrate(address)
  return address
}
