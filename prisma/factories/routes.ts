import { readdirSync } from 'node:fs'
import path from 'node:path'

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>
/** `takesPath`: the last parameter is all that is left of the address. */
export type Route = { method: string; path: string; takesPath: boolean; handler: Handler }

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Every handler under app/api as Next would serve it, with its path written as OpenAPI writes them; not the one for
 * addresses that do not exist.
 */
export async function readRoutes(): Promise<Route[]> {
  const root = path.resolve('app/api')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|\/)route\.tsx?$/.test(file) && !file.startsWith('[['),
  )
  const routes = files.map(async (file) => {
    const module: Record<string, Handler> = await import(path.join(root, file))
    const address = `/api/${path.dirname(file)}`.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')
    return METHODS.filter((method) => method in module).map((method) => ({
      method,
      path: address,
      takesPath: file.includes('[...'),
      handler: module[method]!,
    }))
  })
  return (await Promise.all(routes)).flat()
}
