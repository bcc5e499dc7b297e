import type { PastDecision } from '@/lib/artifacts/lessons/model'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import { db } from '@/lib/platform/db'
import type { PhraseLanguage } from '@/lib/tasks/model'
import type { ExpandedNode, ExpansionOrder } from '@/lib/taxonomy/expansion/model'
import { nameIn } from '@/lib/taxonomy/model'
import { subjectLevelSchema } from '@/lib/taxonomy/subjects/model'

const MOST_KNOWN = 600
const MOST_REMOVED = 300
const LEVEL_UNKNOWN = 'intermediate'

/** The names above a node, as one language has them. */
export function namesAbove({ above }: ExpandedNode, language: PhraseLanguage): string[] {
  return above.map((name) => nameIn(name, language))
}

/** What a run about a discipline is told. What others of the same order wrote meanwhile is not, so that a job that begins again asks the same. */
export async function subjectsInput(node: ExpandedNode, of: { order: ExpansionOrder; until: Date }) {
  const { language, wanted } = of.order
  const below = await db.taxonomyNode.findMany({
    where: { parentId: node.id, gone: false, artifact: { createdAt: { lte: of.until } } },
    orderBy: { path: 'asc' },
    select: { nameEn: true, nameZh: true, state: true },
  })
  const names = (isRemoved: boolean) =>
    below
      .filter(({ state }) => (state === 'removed') === isRemoved)
      .map(({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }))
  const discipline = { name: node.name, note: node.note, above: namesAbove(node, language) }
  return {
    ...{ language, discipline, wanted, known: names(false).slice(0, MOST_KNOWN) },
    removed: names(true).slice(0, MOST_REMOVED),
  }
}

/** What is told of a subject whose syllabus is wanted, with what earlier decisions on syllabi teach. */
export async function syllabusInput(
  node: ExpandedNode,
  of: { order: ExpansionOrder; past: readonly PastDecision[] },
) {
  const { language } = of.order
  const level = subjectLevelSchema.safeParse(node.level)
  const about = { kind: 'syllabus', corpusId: null, key: node.id }
  const { lessons, decisionIds } = await selectLessons(of.past, about)
  const discipline = node.above.at(-1) ?? { en: '', zh: '' }
  const input = {
    language,
    subject: {
      ...{ name: node.name, level: level.success ? level.data : (LEVEL_UNKNOWN as 'intermediate') },
      ...{ introduction: node.note, subtopics: node.subtopics },
    },
    discipline: { name: discipline, above: namesAbove(node, language).slice(0, -1) },
    lessons,
  }
  return { input, options: { about, decisionIds } }
}

/** What decisions on syllabi teach, up to the moment of the order. */
export function pastOnSyllabi(
  projectId: string,
  { nodes, until }: { nodes: readonly ExpandedNode[]; until: Date },
): Promise<PastDecision[]> {
  return readLessons({ projectId, kind: 'syllabus', keys: nodes.map(({ id }) => id), until })
}
