// How long it takes to rename the commonest label of a large corpus, and to undo it.
import { numberArgument, printResult, round } from '@/bench/measure'
import { labels } from '@/bench/pages/draw-texts'
import { loadCorpus } from '@/bench/pages/load-corpus'
import { fixCorpusHandler } from '@/lib/corpora/fix-corpus.job'
import { fixSchema } from '@/lib/corpora/fixes/model'
import { orderFix, undoFix } from '@/lib/corpora/fixes/order-fix'
import { db, disconnect } from '@/lib/platform/db'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

const rows = numberArgument('rows', 200_000)
const actor = await makeProject()
const corpus = await loadCorpus(actor, rows)

async function timed(order: () => Promise<{ number: number }>) {
  const begun = performance.now()
  const { number } = await order()
  const { id, fix } = await db.corpusFix.findFirstOrThrow({ where: { corpusId: corpus, number } })
  await fixCorpusHandler.run({ fixId: id }, makeJobContext(actor))
  const { counts } = await db.corpusFix.findUniqueOrThrow({ where: { id } })
  return { number, fix, counts: counts as { changed: number }, seconds: (performance.now() - begun) / 1000 }
}

const fix = fixSchema.parse({ kind: 'relabel', from: [labels[0]], to: 'another name' })
const renamed = await timed(() => orderFix(actor, { corpus, fix }))
const undone = await timed(() => undoFix(actor, { corpus, number: renamed.number }))
await disconnect()
printResult({
  renameSeconds: round(renamed.seconds),
  undoSeconds: round(undone.seconds),
  renamedPerSecond: Math.round(renamed.counts.changed / renamed.seconds),
  changed: renamed.counts.changed,
  rows,
  peakRssMb: round(process.resourceUsage().maxRSS / 1024),
})
process.exit(0)
