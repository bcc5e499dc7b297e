import type { PairContent } from '@/lib/artifacts/kinds/pair/content'
import { uuidFromName } from '@/lib/platform/hash'
import type { GivenContent } from '@/prisma/factories/synthesis'

/** Words that no other pair has, so that none is taken for a duplicate. */
const words = (name: string) =>
  Array.from({ length: 12 }, (_, at) => uuidFromName(`${name}/${at}`).slice(0, 7)).join(' ')

/** A question about a subject with its answer, as a person approved it. */
export function makePair(
  subject: { id: string },
  given: { number: number } & Partial<PairContent>,
): GivenContent & { kind: 'pair' } {
  const { number, ...content } = given
  const name = `${subject.id}/${number}`
  return {
    kind: 'pair',
    corpusId: null,
    key: `${subject.id}/s1/${String(number).padStart(4, '0')}`,
    content: {
      question: `Why ${words(name)}?`,
      answer: `Because **${words(`${name}/answer`)}**.`,
      language: 'en',
      strategy: 's1',
      subject: { nodeId: subject.id, path: ['Crafts', 'Bookbinding'] },
      sessions: ['Paper'],
      concepts: ['Grain'],
      syllabusVersionId: uuidFromName(`syllabus/${subject.id}`),
      rank: number,
      ...content,
    },
  }
}
