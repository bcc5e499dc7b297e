import { type RunView, readRunEndpoint, startRunEndpoint } from '@/lib/synthesis/schema'
import { amountIn } from './amount'
import { chooseRecipe, type RecipeInput } from './choose-recipe'
import { findCorpora } from './find-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

export type ComposeOptions = Omit<RecipeInput, 'corpora'> & {
  project: string
  release: number
  corpora?: string[]
  recipe?: string
  wait: boolean
}

/** Composes instructions from a release and corpora. What was not said of the recipe is the server's default. */
export async function composeRun(server: Server, options: ComposeOptions): Promise<Outcome> {
  const { project, release, corpora: words, recipe: file, wait, ...asked } = options
  const chosen = chooseRecipe(asked, { recipe: file, corpora: words })
  const found = await findCorpora(server, { project, words: chosen.corpora.map(({ word }) => word) })
  const corpora = found.map(({ id }, at) => ({ ...chosen.corpora[at]!.said, id }))
  const { run, jobId } = await call(server, startRunEndpoint, {
    params: { project },
    body: { release, recipe: { ...chosen.recipe, corpora } },
  })
  if (!wait) return { result: { run, jobId }, lines: [`Composing run ${run.number} (job ${jobId})`] }
  await waitForJob(server, { project, job: jobId, what: `Composing run ${run.number}` })
  const finished = await call(server, readRunEndpoint, { params: { project, number: run.number } })
  return { result: { run: finished, jobId }, lines: [describe(finished)] }
}

function describe(run: RunView): string {
  const { basic, compound, unguided } = run.counts
  const refused = Object.values(run.counts.refused).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const only = unguided ? `, ${unguided} of them because no label had a guideline` : ''
  return `Run ${run.number}: ${amountIn(run.instructionCount, 'instructions')} (${basic} basic${only}, ${compound} compound), ${refused} refused by the gates, sha256 ${run.sha256}`
}
