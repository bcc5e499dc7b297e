import { type CorpusView, listCorporaEndpoint } from '@/lib/corpora/schema'
import { CommandFailure, exitCodes } from './failure'
import { call, type Server } from './server'

/** The corpora that the words name: each a name or an id. */
export async function findCorpora(
  server: Server,
  input: { project: string; words: string[] },
): Promise<CorpusView[]> {
  const corpora = await readAll(server, input.project)
  return input.words.map((word) => {
    const found = corpora.find(({ id, name }) => name === word || id === word)
    if (found) return found
    const names = corpora.map(({ name }) => `“${name}”`).join(', ') || 'none yet'
    throw new CommandFailure(
      exitCodes.failed,
      `There is no corpus “${word}” in ${input.project}; it has: ${names}.`,
      {
        code: 'not_found',
        reason: 'corpus-unknown',
      },
    )
  })
}

async function readAll(server: Server, project: string): Promise<CorpusView[]> {
  const corpora: CorpusView[] = []
  let cursor: string | undefined
  do {
    const page = await call(server, listCorporaEndpoint, {
      params: { project },
      query: { cursor, limit: 200 },
    })
    corpora.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return corpora
}
