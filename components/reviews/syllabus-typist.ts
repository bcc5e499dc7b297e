import { asList, linesOf } from '@/components/reviews/guideline-text'
import type { Typing, Typist } from '@/components/reviews/use-typing'
import {
  type ClassSession,
  type SyllabusContent,
  syllabusContentSchema,
} from '@/lib/artifacts/kinds/syllabus/content'

/** A session while it is being read or typed: its concepts one a line, found right, or taken out of what is approved. */
export type TypedSession = { id: number; name: string; description: string; concepts: string; mark: Mark }
type Mark = 'right' | 'out' | null

export type TypedSyllabus = { introduction: string; aims: string; sessions: TypedSession[] }
export type SyllabusProblem = { section: string; session: number | null; message: string }
export type SyllabusTyping = Typing<SyllabusContent, TypedSyllabus, SyllabusProblem>

export const syllabusTypist: Typist<SyllabusContent, TypedSyllabus, SyllabusProblem> = {
  typedOf: ({ introduction, aims, sessions }) => ({
    introduction,
    aims: asList(aims),
    sessions: sessions.map(typedSession),
  }),
  contentOf: ({ introduction, aims, sessions }, base) => ({
    ...base,
    introduction: introduction.trim(),
    aims: linesOf(aims),
    sessions: keptOf(sessions).map(({ name, description, concepts }) => ({
      ...{ name: name.trim(), description: description.trim(), concepts: linesOf(concepts) },
    })),
  }),
  problemsOf: (content, { sessions }) => {
    const read = syllabusContentSchema.safeParse(content)
    if (read.success) return []
    const kept = keptOf(sessions)
    return read.error.issues.map(({ path: [section, at], message }) => ({
      section: String(section),
      session: section === 'sessions' && typeof at === 'number' ? (kept[at]?.id ?? null) : null,
      message,
    }))
  },
}

function typedSession({ name, description, concepts }: ClassSession, id: number): TypedSession {
  return { id, name, description, concepts: asList(concepts), mark: null }
}

export function keptOf(sessions: readonly TypedSession[]): TypedSession[] {
  return sessions.filter(({ mark }) => mark !== 'out')
}

/** The sessions with one of them marked, or, where it is marked like this already, unmarked. */
export function markSession(
  sessions: readonly TypedSession[],
  id: number,
  mark: NonNullable<Mark>,
): TypedSession[] {
  return sessions.map((one) => (one.id === id ? { ...one, mark: one.mark === mark ? null : mark } : one))
}

/** An empty session at the end. */
export function addSession(sessions: readonly TypedSession[]): TypedSession[] {
  const id = Math.max(-1, ...sessions.map((one) => one.id)) + 1
  return [...sessions, { id, name: '', description: '', concepts: '', mark: null }]
}
