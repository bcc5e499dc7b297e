import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'
import { checkContent } from '@/lib/artifacts/kinds/syllabus/check-content'
import { syllabusContentSchema } from '@/lib/artifacts/kinds/syllabus/content'
import { syllabusEvidenceSchema } from '@/lib/artifacts/kinds/syllabus/evidence'

/** The syllabus of one subject of the taxonomy: what questions are asked about. */
export const syllabusKind: KindDefinition<'syllabus'> = {
  kind: 'syllabus',
  content: syllabusContentSchema,
  evidence: syllabusEvidenceSchema,
  weigh: ({ content: { subject } }) => ({ label: subject.en || subject.zh, doubt: null, touches: null }),
  searched: ['subject', 'introduction', 'sessions'],
  isSame: ({ subject: before }, { subject: after }) => before.en === after.en && before.zh === after.zh,
  fixed: {
    reason: 'syllabus-fixed',
    message: 'A syllabus keeps its subject. Rename the subject in the tree.',
  },
  async check(content) {
    return { issues: checkContent(content) }
  },
  faulty: {
    reason: 'syllabus-faulty',
    message: 'A session or a key concept comes twice. Each stands in one place.',
  },
}
