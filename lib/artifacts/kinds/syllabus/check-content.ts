import type { ContentIssue } from '@/lib/artifacts/kinds/kind-definition'
import type { SyllabusContent } from '@/lib/artifacts/kinds/syllabus/content'

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** Sessions and concepts are known by their names: what questions were asked of is found again by them, so none comes twice. */
export function checkContent({ sessions }: SyllabusContent): ContentIssue[] {
  const [names, homes] = [new Set<string>(), new Map<string, string>()]
  return sessions.flatMap(({ name, concepts }, at) => {
    const issues: ContentIssue[] = []
    if (names.has(folded(name)))
      issues.push({
        path: `sessions.${at}.name`,
        code: 'session-twice',
        message: `“${name}” comes twice.`,
      })
    names.add(folded(name))
    for (const [place, concept] of concepts.entries()) {
      const home = homes.get(folded(concept))
      if (home !== undefined)
        issues.push({
          path: `sessions.${at}.concepts.${place}`,
          code: 'concept-twice',
          message: `“${concept}” is a key concept of “${home}” already.`,
        })
      homes.set(folded(concept), name)
    }
    return issues
  })
}
