import path from 'node:path'

const SCRIPTS = new Set(['gloss', 'verify-export'])

/** A path as a person typed it. npm runs a script in the folder of its package, and says in INIT_CWD where it was called. */
export function givenPath(typed: string, env: NodeJS.ProcessEnv = process.env): string {
  const called = SCRIPTS.has(env.npm_lifecycle_event ?? '') ? env.INIT_CWD : undefined
  return path.resolve(called ?? process.cwd(), typed)
}
