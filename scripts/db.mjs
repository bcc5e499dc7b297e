#!/usr/bin/env node
// The private PostgreSQL: start | stop | status | url. Its server outlives the process that started it, so that a killed
// parent loses nothing; it stops when the last process that holds it lets go.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { giveTo, settlePlace } from './db-place.mjs'
import { dataDir } from './environment.mjs'
import { withLock } from './lock.mjs'
import { commandOf, identityOf, isAlive } from './process-identity.mjs'

const SECONDS_TO_START = 60

// For two cores and a bulk import now and then. Durability stays at PostgreSQL's defaults: on.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: 1.1,
  wal_compression: 'on',
  max_wal_size: '4GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
  log_checkpoints: 'off',
}

/**
 * Starts the server of `home`, or finds it running, and returns the address of its database `gloss`.
 * `hold: false` leaves it running for whoever comes next. `disposable` may be made anew when it does not come up.
 */
export async function start({
  home = dataDir(),
  settings = {},
  hold = true,
  disposable = false,
  say = () => {},
} = {}) {
  const place = await settlePlace(home, readConfig(home))
  if (place.note) say(place.note)
  return withLock(lockFile(home), async () => {
    if (hold) writeHolder(home, identityOf(process.pid))
    else writeHolder(home, 'kept')
    try {
      return await bringUp(place, settings, disposable)
    } catch (error) {
      if (!disposable) throw error
      rmSync(place.cluster, { recursive: true, force: true })
      return bringUp(place, settings, disposable)
    }
  })
}

/** Lets go of the server; it stops when no other living process holds it. Returns whether it stopped. */
export async function release({ home = dataDir() } = {}) {
  return withLock(lockFile(home), async () => {
    rmSync(holderFile(home, String(process.pid)), { force: true })
    return liveHolders(home).length === 0 && shutDown(home)
  })
}

/** Stops the server, whoever holds it. Returns whether it was running. */
export async function stop({ home = dataDir() } = {}) {
  if (!existsSync(home)) return false
  return withLock(lockFile(home), async () => {
    rmSync(holderFile(home, 'kept'), { force: true })
    return shutDown(home)
  })
}

/** The address of the running server, or undefined. */
export async function runningUrl({ home = dataDir() } = {}) {
  const config = readConfig(home)
  return config && (await answers(config)) ? addressOf(config) : undefined
}

/** Does its server process live? Cheap enough to ask every second. */
export function isRunning({ home = dataDir() } = {}) {
  const server = readPostmaster(readConfig(home)?.cluster ?? home)
  return server !== undefined && isServer(server)
}

async function bringUp(place, settings, disposable) {
  let config = readConfig(place.home)
  if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) config = await createCluster(place, disposable)
  if (!config)
    throw new Error(`${place.cluster} is there, but its password in ${configFile(place.home)} is not`)
  if (!(await answers(config))) config = await launchUntilItAnswers(place, config, settings)
  await prepareDatabase(config)
  return addressOf(config)
}

async function launchUntilItAnswers(place, remembered, settings) {
  const config = { ...remembered, shelter: place.shelter }
  removeStaleLockFile(place)
  const deadline = Date.now() + SECONDS_TO_START * 1000
  while (Date.now() < deadline) {
    if (!(await isFree(config.port))) config.port = await freePort()
    saveConfig(place.home, config)
    launch(place, config, settings)
    if (await answers(config)) return config
    await sleep(300) // processes of a killed server may still be going away
  }
  throw new Error(`PostgreSQL did not start. The end of ${logFile(place)}:\n${tail(logFile(place))}`)
}

async function createCluster(place, disposable) {
  const password = () => randomBytes(18).toString('base64url')
  const { cluster, shelter } = place
  const config = { port: await freePort(), password: password(), adminPassword: password(), cluster, shelter }
  const [fresh, passwordFile] = [`${place.cluster}.new`, `${place.cluster}.password`]
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, config.adminPassword, { mode: 0o600 })
  giveTo(place.account, fresh, passwordFile)
  const made = execute(place, 'initdb', [
    ...['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ...(disposable ? ['--no-sync'] : []),
  ])
  rmSync(passwordFile)
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  saveConfig(place.home, config)
  renameSync(fresh, place.cluster)
  return config
}

function launch(place, config, settings) {
  const log = openSync(logFile(place), 'a')
  giveTo(place.account, logFile(place))
  const all = { ...SETTINGS, ...sharedMemorySetting(), ...settings, port: config.port }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)
  // pg_ctl would keep a pipe of ours open for the server's whole life; a file does not mind.
  execute(place, 'pg_ctl', ['start', '-w', '-t', '30', '-D', place.cluster, '-o', options.join(' ')], {
    stdio: ['ignore', log, log],
  })
  closeSync(log)
}

function shutDown(home) {
  const config = readConfig(home)
  const server = config && readPostmaster(config.cluster)
  if (!server || !isServer(server)) return false
  process.kill(server.pid, 'SIGINT') // a "fast" shutdown
  for (let waited = 0; waited < 30_000 && isServer(server); waited += 20) pause(20)
  return !isServer(server)
}

/** The product's account owns its database and may make others; it is no superuser. */
async function prepareDatabase(config) {
  await withClient(addressOf(config, 'postgres', 'postgres'), async (client) => {
    const { rows } = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'gloss'`)
    if (!rows.length) {
      await client.query(`CREATE ROLE gloss LOGIN CREATEDB PASSWORD ${pg.escapeLiteral(config.password)}`)
      await client.query('GRANT pg_monitor, pg_checkpoint TO gloss')
    }
    const made = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'gloss'`)
    if (!made.rows.length) await client.query('CREATE DATABASE gloss OWNER gloss')
  })
}

// Another server may have taken the port, and a copied clone knows the password of the one it was copied from.
async function answers(config) {
  const server = readPostmaster(config.cluster)
  if (!server || server.cluster !== config.cluster || server.port !== config.port) return false
  try {
    await withClient(addressOf(config, 'postgres', 'postgres'), (client) => client.query('SELECT 1'))
    return true
  } catch {
    return false
  }
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function addressOf(config, database = 'gloss', user = 'gloss') {
  const password = user === 'gloss' ? config.password : config.adminPassword
  return `postgresql://${user}:${password}@127.0.0.1:${config.port}/${database}`
}

function readPostmaster(cluster) {
  try {
    const [pid, directory, , port] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(pid), cluster: directory, port: Number(port) }
  } catch {
    return undefined
  }
}

function isServer({ pid }) {
  return isAlive(pid) && (commandOf(pid) ?? 'postgres') === 'postgres'
}

// PostgreSQL believes a lock file whose pid is alive, and after a reboot that pid may be anybody's.
function removeStaleLockFile({ cluster }) {
  const server = readPostmaster(cluster)
  if (!server) return
  if (!isServer(server)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
  else if (server.cluster !== cluster)
    throw new Error(
      `${cluster} was copied or moved from ${server.cluster} while its server ran (pid ${server.pid}). Stop that server first.`,
    )
}

// Docker gives 64 MB of shared memory, too little for parallel queries.
function sharedMemorySetting() {
  try {
    const { bsize, bavail } = statfsSync('/dev/shm')
    return bsize * bavail < 256 * 2 ** 20 ? { dynamic_shared_memory_type: 'mmap' } : {}
  } catch {
    return {}
  }
}

function execute(place, program, args, options = {}) {
  const { uid, gid } = place.account
  return spawnSync(path.join(place.bin, program), args, {
    ...(uid === undefined ? {} : { uid, gid }),
    cwd: path.dirname(place.cluster),
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
    detached: true, // a Ctrl-C in the terminal is for us: half a start would be an error
    ...options,
  })
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

const lockFile = (home) => path.join(home, 'database.lock')
const configFile = (home) => path.join(home, 'pg.json')
const logFile = (place) => `${place.cluster}.log`
const holderFile = (home, name) => path.join(home, 'holders', name)

function readConfig(home) {
  if (!existsSync(configFile(home))) return undefined
  const config = JSON.parse(readFileSync(configFile(home), 'utf8'))
  return { ...config, cluster: path.resolve(home, config.cluster) }
}

// A cluster beside it is named relatively, so that a clone can be moved.
function saveConfig(home, config) {
  const relative = path.relative(home, config.cluster)
  const stored = { ...config, cluster: relative.startsWith('..') ? config.cluster : relative }
  writeFileSync(`${configFile(home)}.new`, JSON.stringify(stored), { mode: 0o600 })
  renameSync(`${configFile(home)}.new`, configFile(home))
  return config
}

function writeHolder(home, identity) {
  mkdirSync(holderFile(home, ''), { recursive: true })
  writeFileSync(holderFile(home, identity.split(':')[0]), identity)
}

function liveHolders(home) {
  const folder = holderFile(home, '')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => {
    const identity = readFileSync(path.join(folder, name), 'utf8')
    const alive = identity === 'kept' || isAlive(identity)
    if (!alive) rmSync(path.join(folder, name), { force: true })
    return alive
  })
}

function tail(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n')
  } catch {
    return ''
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

async function main(command = 'start') {
  const say = (line) => console.error(line)
  const external = process.env.DATABASE_URL
  if (command === 'start') console.log(external ?? (await start({ hold: false, say })))
  else if (command === 'url') console.log(external ?? (await start({ hold: false, say })))
  else if (command === 'stop') console.log((await stop()) ? 'stopped' : 'was not running')
  else if (command === 'status')
    console.log((await runningUrl()) ? `running, data in ${dataDir()}` : 'not running')
  else {
    console.error('usage: node scripts/db.mjs start | stop | status | url')
    process.exitCode = 2
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2])
