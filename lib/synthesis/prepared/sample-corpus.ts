import { chooseOrdinals } from '@/lib/corpora/choose-ordinals'
import { labelCountSchema } from '@/lib/corpora/model'
import { pool } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { ComposableInstance } from '@/lib/synthesis/prepared/model'
import { type SampledForm, surveySample } from '@/lib/synthesis/prepared/survey-sample'
import { readInstancesAt } from '@/lib/synthesis/read-instances'
import type { TaskForm } from '@/lib/tasks/model'

/** Instances from all over a corpus that show its fields and which labels are confused: as many as the screens look at. */
const READ = 3000
/** Of those, as many are kept to plan and to preview with. */
const KEPT = 600
const KEPT_CHARACTERS = 2_000_000

export type SampledCorpus = {
  id: string
  taskForm: string
  instanceCount: number
  itemCount: number
  labels: unknown
}
export type Sample = SampledForm & { instances: ComposableInstance[] }

const MOST_CACHED = 24
const cache = new Map<string, Promise<Sample>>()

/**
 * What a corpus shows as a task form asks about it, the same every time. Kept in memory, for as long as no fix has changed the
 * corpus, as a preview asks for it at every turn of a knob.
 */
export async function sampleCorpus(corpus: SampledCorpus, form: TaskForm): Promise<Sample> {
  const key = `${form}/${await stampOf(corpus)}`
  const known = cache.get(key)
  cache.delete(key)
  const sample = known ?? readSample(corpus, form)
  sample.catch(() => cache.delete(key))
  cache.set(key, sample)
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST_CACHED) break
    cache.delete(oldest)
  }
  return sample
}

/** Another stamp, another content: fixes are what changes a corpus, and each begins and ends once. */
async function stampOf({ id, instanceCount, itemCount, labels }: SampledCorpus): Promise<string> {
  const { rows } = await pool().query<{ fixes: unknown }>(
    `SELECT coalesce(json_agg(json_build_array(number, state, finished_at) ORDER BY number), '[]') AS fixes
      FROM corpus_fix WHERE corpus_id = $1::uuid`,
    [id],
  )
  return contentHash([id, instanceCount, itemCount, labels, rows[0]?.fixes])
}

async function readSample(corpus: SampledCorpus, form: TaskForm): Promise<Sample> {
  const instances = await readInstancesAt(corpus.id, await chooseOrdinals(corpus.id, READ))
  const labels = labelCountSchema.array().parse(corpus.labels)
  const own = form === corpus.taskForm ? labels.map(({ label }) => label) : null
  return { ...surveySample(form, { instances, labels: own }), instances: keep(corpus.id, instances) }
}

/** Some from all over, by chance but the same every time, in their order; fewer where they are long. */
function keep(id: string, instances: readonly ComposableInstance[]): ComposableInstance[] {
  const characters = instances.reduce((sum, { text }) => sum + text.length, 0)
  const fitting = Math.floor((KEPT_CHARACTERS * instances.length) / Math.max(1, characters))
  const most = Math.max(20, Math.min(KEPT, fitting))
  const draw = makeDraw({ seed: 0, instanceId: `${id}/sample`, copy: 0 })
  return draw.take(instances, most).sort((a, b) => a.ordinal - b.ordinal)
}
