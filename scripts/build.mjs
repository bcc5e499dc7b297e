// Builds the web application when what goes into it has changed since the last whole build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { childEnvironment, ROOT } from './environment.mjs'
import { runTied } from './spawn-tied.mjs'

const SCHEMA = path.join(ROOT, 'prisma/schema.prisma')
const FOLDERS = ['app', 'components', 'lib', 'messages', 'prompts', 'public']
const FILES =
  /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.\w+|(proxy|instrumentation)[\w-]*\.ts|.*\.d\.ts)$/
const NOT_BUILT = /\.(test|job|eval)\.[a-z]+$|^next-env\.d\.ts$/

export async function ensureBuilt({ dist = '.next', env = {}, announce = () => {} } = {}) {
  if (isBuilt(dist)) return 'up to date'
  announce('building, about half a minute')
  const stamp = stampFile(dist)
  const sources = sourcesHash()
  rmSync(stamp, { force: true })
  await runTied(['node_modules/next/dist/bin/next', 'build'], {
    env: childEnvironment({ NODE_ENV: 'production', GLOSS_DIST_DIR: dist, ...env }),
  })
  writeFileSync(stamp, sources)
  return `built in ${dist}`
}

export function isBuilt(dist) {
  const stamp = stampFile(dist)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()
}

function stampFile(dist) {
  return path.join(ROOT, dist, 'gloss-sources')
}

function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of sourceFiles()) hash.update(path.relative(ROOT, file)).update(readFileSync(file))
  for (const [name, value] of Object.entries(process.env).sort())
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${value}`)
  return hash.digest('hex')
}

function sourceFiles() {
  const atRoot = readdirSync(ROOT).filter((name) => FILES.test(name))
  const below = FOLDERS.filter((name) => existsSync(path.join(ROOT, name))).flatMap((name) =>
    readdirSync(path.join(ROOT, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)),
  )
  return [SCHEMA, ...atRoot.map((name) => path.join(ROOT, name)), ...below]
    .filter((file) => !NOT_BUILT.test(path.basename(file)))
    .sort()
}
