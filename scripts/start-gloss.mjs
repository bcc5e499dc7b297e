// Brings up database, web and worker, and takes them down together. No package is imported before the install step.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt } from './build.mjs'
import { childEnvironment, dataDir, loadDotEnv, makeDataDir, ROOT } from './environment.mjs'
import { ensureInstalled } from './install.mjs'
import { freeLock, takeLock } from './lock.mjs'
import { prepareExit } from './prepare-exit.mjs'
import { identityOf, isAlive, npmAbove } from './process-identity.mjs'
import { runTied } from './spawn-tied.mjs'
import { connectStandIn, startStandIn } from './stand-in.mjs'
import { line, step } from './steps.mjs'
import { supervise } from './supervise.mjs'
import { addressFor, freePortFrom, untilServing } from './web-address.mjs'

const WEB_GRACE_MS = 3000
const WORKER_GRACE_MS = 8000
const PATIENCE_MS = 15_000

const runningFile = () => path.join(dataDir(), 'running.json')
const tokenFile = () => path.join(dataDir(), 'token')
const lockFile = () => path.join(dataDir(), 'start.lock')
const say = (text) => console.log(`  ! ${text}`)

export async function startGloss({ dev, fakeLlm = false }) {
  const begun = performance.now()
  loadDotEnv()
  makeDataDir(dataDir())
  if (await isStartedAlready()) return

  const exit = prepareExit(leaveNoTrace)
  try {
    const { url, invitation } = await bringUp(exit, { dev, fakeLlm })
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`\n  Gloss is at ${url}   (${seconds} s)`)
    if (invitation) console.log(`  Create the first account: ${url}${invitation}`)
    console.log('  Ctrl-C stops it.\n')
  } catch (error) {
    await exit.fail(error)
  }
}

async function bringUp(exit, { dev, fakeLlm }) {
  await step('install', ensureInstalled)
  const { openDatabase } = await import('./open-database.mjs')
  const [{ hasAccounts }] = await Promise.all([
    openDatabase({ exit, say }),
    dev || step('build', (announce) => ensureBuilt({ announce })),
    fakeLlm && step('stand-in', () => startStandIn({ exit, say })),
  ])
  return serve(exit, { dev, hasAccounts })
}

async function serve(exit, { dev, hasAccounts }) {
  const host = process.env.HOST || '127.0.0.1'
  const wanted = Number(process.env.PORT || 3000)
  await untilFormerWebIsGone()
  const port = await freePortFrom(host, wanted)
  if (port !== wanted) say(`port ${wanted} is taken by another program: using ${port}`)
  const address = addressFor(host, port)
  const env = childEnvironment({
    NODE_ENV: dev ? 'development' : 'production',
    GLOSS_URL: process.env.GLOSS_URL || address,
  })
  const running = announceRunning(address)
  if (env.GLOSS_STAND_IN) await connectStandIn(env)

  const web = startWeb({ env, dev, host, port, running, exit })
  const [invitation] = await Promise.all([
    hasAccounts && existsSync(tokenFile()) ? '' : firstAccountPath(env),
    step('web', async () => {
      await untilServing(address, { failure: web.failure })
      web.settled()
      startWorker({ env, running, exit }) // not before: on two cores the two would slow each other down
      return dev ? 'serving the sources' : 'serving'
    }),
  ])
  return { url: env.GLOSS_URL, invitation }
}

function startWeb({ env, dev, host, port, running, exit }) {
  const mode = dev ? 'dev' : 'start'
  const early = []
  let isServing = dev
  let reject
  const failure = new Promise((_, fail) => {
    reject = fail
  })
  failure.catch(() => {})
  const process = supervise({
    args: ['node_modules/next/dist/bin/next', mode, '-H', host, '-p', String(port)],
    env,
    onLine: (text) => (isServing ? console.log(`  web    | ${text}`) : early.push(text)),
    onStart: (child) => running.has('web', child.pid),
    onCrash: ({ reason, pause }) => {
      if (!isServing) reject(new Error(`The web process ended (${reason}):\n${early.join('\n')}`))
      else say(`the web process ended (${reason}): starting it again in ${pause / 1000} s`)
    },
  })
  exit.stopsProcess({ stop: () => process.stop(WEB_GRACE_MS), kill: process.kill })
  const settled = () => {
    isServing = true
  }
  return { failure, settled }
}

function startWorker({ env, running, exit }) {
  if (!existsSync(path.join(ROOT, 'lib/worker.ts'))) return line('-', 'worker', 'there is none yet')
  const process = supervise({
    args: ['--import', 'tsx', 'lib/worker.ts'],
    env,
    grace: WORKER_GRACE_MS,
    onLine: (text) => console.log(`  worker | ${text}`),
    onStart: (child) => running.has('worker', child.pid),
    onCrash: ({ reason, pause }) =>
      say(`the worker ended (${reason}): starting it again in ${pause / 1000} s`),
  })
  exit.stopsProcess({ stop: () => process.stop(WORKER_GRACE_MS), kill: process.kill })
}

/** The path of the one-time link by which the first account is made, if it still must be; keeps the command line's token. */
async function firstAccountPath(env) {
  const script = 'scripts/first-account.ts'
  if (!existsSync(path.join(ROOT, script))) return ''
  const output = await runTied(['--import', 'tsx', script], { env })
  return output.split('\n').findLast((text) => text.startsWith('/')) ?? ''
}

// Two starts in one folder would fight over its files. One that is on its way out is waited for.
async function isStartedAlready() {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const holder = takeLock(lockFile(), [npmAbove() ?? ''])
    if (!holder) return false
    const [starter, itsNpm] = holder.split('\n')
    if (!itsNpm || isAlive(itsNpm) || Date.now() > deadline) {
      const { url } = readRunning()
      const where = url ? `already runs at ${url}` : 'is being started here already'
      console.log(`Gloss ${where} (process ${starter.split(':')[0]}).`)
      return true
    }
    await sleep(50)
  }
}

function announceRunning(url) {
  const state = { pid: process.pid, url, children: {} }
  const save = () => writeFileSync(runningFile(), JSON.stringify(state), { mode: 0o600 })
  save()
  return {
    has(name, pid) {
      state.children[name] = identityOf(pid)
      save()
    },
  }
}

function leaveNoTrace() {
  rmSync(runningFile(), { force: true })
  freeLock(lockFile())
}

function readRunning() {
  return existsSync(runningFile()) ? JSON.parse(readFileSync(runningFile(), 'utf8')) : {}
}

// After a kill -9 of the start before this one, its web process may hold the port a moment longer.
async function untilFormerWebIsGone() {
  const former = readRunning().children?.web
  const deadline = Date.now() + WEB_GRACE_MS
  while (former && isAlive(former) && Date.now() < deadline) await sleep(20)
}
