import { serveBuild } from '@/bench/desk/serve-build'
import { round } from '@/bench/measure'
import { loadCorpus } from '@/bench/pages/load-corpus'
import { runSmall } from '@/bench/run-small'
import { disconnect } from '@/lib/platform/db'
import { makeProject, tokenOf } from '@/prisma/factories/people'

export type World = {
  /** Milliseconds until the whole answer is there, and the answer. */
  get<Answer>(path: string): Promise<{ ms: number; answer: Answer }>
  /** The least that a signed-in request takes: who am I? */
  floor(): Promise<number>
  instances: string
  survey: { surveySeconds: number; surveyRssMb: number }
  stop(): Promise<void>
}

/** A surveyed corpus of so many instances behind the production build. */
export async function makeWorld(rows: number): Promise<World> {
  const actor = await makeProject()
  const corpusId = await loadCorpus(actor, rows)
  const { seconds, peakRssMb } = await runSmall('bench/pages/survey.ts', [corpusId])
  const { headers } = await tokenOf(actor)
  const server = await serveBuild()
  const get = async <Answer>(path: string) => {
    const begun = performance.now()
    const response = await fetch(`${server.url}${path}`, { headers })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return { ms: performance.now() - begun, answer: answer as Answer }
  }
  return {
    get,
    floor: async () => (await get('/api/session')).ms,
    instances: `/api/projects/${actor.project.slug}/corpora/${corpusId}/instances`,
    survey: { surveySeconds: round(seconds), surveyRssMb: peakRssMb },
    stop: async () => {
      await server.stop()
      await disconnect()
    },
  }
}
