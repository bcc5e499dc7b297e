import { chooseOrdinals } from '@/lib/corpora/choose-ordinals'
import { labelCountSchema } from '@/lib/corpora/model'
import { keepLatest } from '@/lib/platform/keep-latest'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { ComposableInstance } from '@/lib/synthesis/prepared/model'
import type { StampedCorpus } from '@/lib/synthesis/prepared/stamp-corpora'
import { type SampledForm, surveySample } from '@/lib/synthesis/prepared/survey-sample'
import { readInstancesAt } from '@/lib/synthesis/read-instances'
import type { TaskForm } from '@/lib/tasks/model'

/** Instances from all over a corpus that show its fields and which labels are confused: as many as the screens look at. */
const READ = 3000
/** Of those, as many are kept to plan and to preview with. */
const KEPT = 600
const KEPT_CHARACTERS = 2_000_000

export type SampledCorpus = StampedCorpus & { taskForm: string }
export type Sample = SampledForm & { instances: ComposableInstance[] }

const keep = keepLatest<Sample>(24)

/**
 * What a corpus shows as a task form asks about it, the same every time. Kept in memory, for as long as no fix has changed the
 * corpus, as a preview asks for it at every turn of a knob.
 */
export function sampleCorpus(
  corpus: SampledCorpus,
  asked: { form: TaskForm; stamp: string },
): Promise<Sample> {
  return keep(`${asked.form}/${asked.stamp}`, () => readSample(corpus, asked.form))
}

async function readSample(corpus: SampledCorpus, form: TaskForm): Promise<Sample> {
  const instances = await readInstancesAt(corpus.id, await chooseOrdinals(corpus.id, READ))
  const labels = labelCountSchema.array().parse(corpus.labels)
  const own = form === corpus.taskForm ? labels.map(({ label }) => label) : null
  return { ...surveySample(form, { instances, labels: own }), instances: chooseSome(corpus.id, instances) }
}

/** Some from all over, by chance but the same every time, in their order; fewer where they are long. */
function chooseSome(id: string, instances: readonly ComposableInstance[]): ComposableInstance[] {
  const characters = instances.reduce((sum, { text }) => sum + text.length, 0)
  const fitting = Math.floor((KEPT_CHARACTERS * instances.length) / Math.max(1, characters))
  const most = Math.max(20, Math.min(KEPT, fitting))
  const draw = makeDraw({ seed: 0, instanceId: `${id}/sample`, copy: 0 })
  return draw.take(instances, most).sort((a, b) => a.ordinal - b.ordinal)
}
