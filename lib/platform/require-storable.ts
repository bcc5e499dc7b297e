import { AppError } from '@/lib/platform/errors'

/** Far deeper than anything that Gloss is sent. */
const MAX_DEPTH = 64

/**
 * Throws for what no part of Gloss can keep: a NUL, which PostgreSQL refuses in any text; half of a character (a lone
 * surrogate), which has no UTF-8; and nesting without end. Walks without recursion: no depth exhausts the stack.
 */
export function requireStorable(value: unknown, where: string): void {
  let level: Node[] = [{ path: where, value: [value] as unknown as object }]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) refuse(where, `is nested more than ${MAX_DEPTH} deep`)
    level = level.flatMap((node) => childrenOf(node, depth === 0))
  }
}

type Node = { path: string; value: object }

/** The objects and lists within a node; its texts are looked at on the way. */
function childrenOf({ path, value }: Node, isRoot: boolean): Node[] {
  const nodes: Node[] = []
  for (const [key, child] of Object.entries(value)) {
    requireText(path, key)
    const place = () => (isRoot ? path : `${path}.${key}`)
    if (typeof child === 'string') requireText(place, child)
    else if (typeof child === 'object' && child !== null) nodes.push({ path: place(), value: child })
  }
  return nodes
}

const UNSTORABLE = /[\0\p{Surrogate}]/u

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text)
}

function requireText(path: string | (() => string), text: string): void {
  if (isStorable(text)) return
  const what = text.includes('\0')
    ? 'a NUL character, which no text can'
    : 'half of a character (a lone surrogate)'
  refuse(typeof path === 'string' ? path : path(), `holds ${what}`)
}

function refuse(path: string, message: string): never {
  throw new AppError('invalid', `${path}: ${message}. Nothing was changed.`, {
    reason: 'invalid-input',
    issues: [{ path, message }],
  })
}
