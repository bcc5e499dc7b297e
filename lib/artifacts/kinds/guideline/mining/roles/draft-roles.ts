import type { Example } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { type DraftLine, isTelling } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { RolePhrases, RolePresence } from '@/lib/artifacts/kinds/guideline/mining/roles/phrases'

const MOST_ROLES = 12
const MOST_FILLERS = 3
const MOST_QUESTIONS = 3
const MOST_NOTED = 60

type Role = GuidelineEvidence['roles'][number]

/** A line for each role that is filled often enough. */
export function draftRoles(evidence: GuidelineEvidence, phrases: RolePhrases): DraftLine[] {
  return tellingRoles(evidence).map((role) => roleLine(role, { evidence, phrases }))
}

/** The roles in one sentence; nothing where none is filled by most. */
export function sumUpRoles(evidence: GuidelineEvidence, phrases: RolePhrases): string {
  const roles = tellingRoles(evidence).filter(({ role }) => !wholeOf(role, evidence))
  const named = (presence: RolePresence) =>
    roles.filter((role) => presenceOf(role, evidence) === presence).map(({ role }) => role)
  const [always, mostly] = [named('nearly-always'), named('mostly')]
  return always.length + mostly.length ? phrases.roles({ always, mostly }) : ''
}

/** Items that show a role filled, said in the note: each role in the text that shows it best. */
export function roleExamples(
  evidence: GuidelineEvidence,
  phrases: RolePhrases,
): { ref: Example; mention: string; note: string }[] {
  return tellingRoles(evidence).flatMap(({ role, clearest }) => {
    if (!clearest || clearest.mention.length > MOST_NOTED) return []
    const { ordinal, start, end, mention } = clearest
    const note = phrases.note({ role, filler: mention })
    return [{ ref: { ordinal, start, end, note }, mention: `${role}\t${mention}`, note }]
  })
}

function tellingRoles(evidence: GuidelineEvidence): Role[] {
  return evidence.roles
    .filter(({ count }) => isTelling(evidence, count) || evidence.mentions < 3)
    .slice(0, MOST_ROLES)
}

function roleLine(
  found: Role,
  { evidence, phrases }: { evidence: GuidelineEvidence; phrases: RolePhrases },
): DraftLine {
  const { role, count, several } = found
  const within = wholeOf(role, evidence)
  const text = phrases.role({
    role: within ? role.slice(within.length + 1) : role,
    within,
    presence: presenceOf(found, evidence),
    several: several >= Math.max(2, count / 10),
    fillers: fillersOf(found),
  })
  return { field: 'includes', text, section: 'roles', key: role, behind: [found] }
}

function fillersOf({ fillers, wordings = [] }: Role): string[] {
  const mentions = fillers.map(({ mention }) => mention)
  const all = [...new Set([...mentions, ...wordings])].filter((words) => words !== '')
  const seen = new Set<string>()
  const isNew = (words: string) => !seen.has(bare(words)) && seen.add(bare(words))
  return all.filter((words) => words.length <= MOST_NOTED && isNew(words)).slice(0, MOST_FILLERS)
}

/** "A patient" and "patients" show the same. */
function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/s$/, '')
}

function presenceOf({ count }: Role, { mentions }: GuidelineEvidence): RolePresence {
  const share = count / mentions
  if (share >= 0.9) return 'nearly-always'
  if (share >= 0.5) return 'mostly'
  return share >= 0.1 ? 'sometimes' : 'seldom'
}

/** The role whose own argument this is: `Treatment` for `Treatment.Drug`. */
function wholeOf(role: string, { roles }: GuidelineEvidence): string | null {
  const at = role.indexOf('.')
  const whole = at > 0 ? role.slice(0, at) : null
  return whole && roles.some((one) => one.role === whole) ? whole : null
}

/** The same words in two roles, each more than once; a part and its whole share words without any doubt. */
export function roleQuestions(evidence: GuidelineEvidence, phrases: RolePhrases): DraftLine[] {
  const roles = tellingRoles(evidence).filter(({ role }) => !wholeOf(role, evidence))
  const byFiller = new Map<string, { role: string; filler: Role['fillers'][number] }[]>()
  for (const { role, fillers } of roles)
    for (const filler of fillers)
      if (filler.count > 1)
        byFiller.set(filler.mention, [...(byFiller.get(filler.mention) ?? []), { role, filler }])
  return [...byFiller]
    .filter(([, found]) => found.length > 1)
    .slice(0, MOST_QUESTIONS)
    .map(([filler, found]) => ({
      field: 'questions',
      text: phrases.whichRole({
        filler,
        roles: found.map(({ role, filler: { count } }) => ({ role, count })),
      }),
      section: 'fillers',
      key: filler,
      behind: found.map((one) => one.filler),
    }))
}
