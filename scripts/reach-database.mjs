// Is the PostgreSQL that DATABASE_URL names there, and does it let us in? Says what is wrong, never with the password.
import pg from 'pg'

const PATIENCE_MS = 10_000
const SHAPE = 'postgresql://user:password@host:5432/database'
const OR_NONE = 'or take it away: then Gloss runs a private server'

/** Connects once. A database that is missing on a server that lets us in is left to `onMissing`, if given. */
export async function reachDatabase(url, { onMissing } = {}) {
  const place = placeOf(url)
  try {
    await connectOnce(url)
  } catch (error) {
    if (error.code !== '3D000' || !onMissing) throw explain(error, place)
    await Promise.resolve(onMissing()).catch((cause) => {
      throw explain(cause, place)
    })
  }
}

async function connectOnce(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => {}) // it may go on complaining after it has failed
  try {
    await client.connect()
  } finally {
    await client.end().catch(() => {})
  }
}

// A password with unescaped "/", "#" or "?" moves into other parts of the address: those are not repeated.
function placeOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const database = url?.pathname.slice(1) ?? ''
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.hash || !database || /[/@]/.test(database))
    throw complaint(
      `is no address of a PostgreSQL database. Write ${SHAPE}, with %-escapes for special characters in the password`,
    )
  const host = url.host || url.searchParams.get('host') || 'localhost'
  return { host, user: decode(url.username), password: decode(url.password), database: decode(database) }
}

function explain(error, { host, user, password, database }) {
  const because = {
    ECONNREFUSED: `nothing listens at ${host}. Start that server, correct the address, ${OR_NONE}`,
    ENOTFOUND: `there is no host "${host}". Correct the address, ${OR_NONE}`,
    EAI_AGAIN: `the host "${host}" cannot be looked up. Correct the address, ${OR_NONE}`,
    '28P01': `${host} refuses the password of "${user}". Correct user or password, ${OR_NONE}`,
    '3D000': `${host} has no database "${database}". Make it (npm start does), or correct the name`,
    42501: `${host} has no database "${database}", and "${user}" may not make one. Make it for that account, or correct the name`,
  }[error.code]
  if (because) return complaint(because)
  const said = error.message || error.code || 'no reason given'
  const safe = password ? said.replaceAll(password, '…') : said
  return complaint(`${host} cannot be used: ${safe.replace(/\.$/, '')}. Correct the address, ${OR_NONE}`)
}

function complaint(what) {
  return new Error(`DATABASE_URL: ${what}.`)
}

function decode(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
