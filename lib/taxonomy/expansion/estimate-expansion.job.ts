import { QuestionPricer } from '@/lib/artifacts/drafting/price-questions'
import type { JobHandler } from '@/lib/platform/jobs'
import { estimateExpansionJob } from '@/lib/taxonomy/expansion/jobs'
import { planExpansion } from '@/lib/taxonomy/expansion/plan-expansion'
import { pastOnSyllabi, subjectsInput, syllabusInput } from '@/lib/taxonomy/expansion/write-inputs'
import { draftSubjects } from '@/prompts/draft-subjects/contract'
import { writeSyllabus } from '@/prompts/write-syllabus/contract'

const AT_ONCE = 200

/** Writes the very questions that an expansion would ask, sends none, and adds up what they would cost. */
export const estimateExpansionHandler: JobHandler<typeof estimateExpansionJob.payload> = {
  job: estimateExpansionJob,
  async run({ projectId, connectionId, isBatch, order }, context) {
    const pricer = await QuestionPricer.open({ projectId, connectionId, role: 'drafter', isBatch })
    const prompt = order.step === 'subjects' ? draftSubjects : writeSyllabus
    const { open, plan } = await planExpansion({ projectId, connectionId, order, prompt })
    const until = new Date()
    const past =
      order.step === 'syllabi'
        ? await pastOnSyllabi(projectId, { nodes: open.map(({ node }) => node), until })
        : []
    for (let from = 0; from < open.length; from += AT_ONCE) {
      await context.progress({ done: from, total: open.length })
      const some = open.slice(from, from + AT_ONCE)
      if (order.step === 'syllabi') {
        const inputs = await Promise.all(some.map(({ node }) => syllabusInput(node, { order, past })))
        await pricer.add(writeSyllabus, inputs)
      } else {
        const questions = await Promise.all(
          some.map(async ({ node, missing }) => ({
            input: await subjectsInput(node, { order, until }),
            candidates: missing.length,
          })),
        )
        await pricer.add(draftSubjects, questions)
      }
    }
    return { ...pricer.estimate(plan.openNodes), plan }
  },
}
