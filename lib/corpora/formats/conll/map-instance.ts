import { parseTag, type Row, type Tag, type TagScheme } from '@/lib/corpora/formats/conll/schema'
import { joinTokens } from '@/lib/corpora/formats/join-tokens'
import { excerptOf, type IssueCode, type LineIssue, type Reading, type Severity } from '@/lib/corpora/model'
import { codePointLength } from '@/lib/tasks/model'
import { canonicalNerGold } from '@/lib/tasks/ner/gold'

type Token = { line: number; text: string; tag: Tag; written: string }

/** A sentence's rows become a text and its spans. One row that cannot be read refuses the sentence; the others would lie. */
export function mapInstance(rows: readonly Row[], scheme: TagScheme): Reading {
  const issues: LineIssue[] = []
  const tokens = readTokens(rows, scheme, issues)
  if (issues.some(({ severity }) => severity === 'error')) return { instances: [], issues }
  if (tokens.length === 0) return { instances: [], issues }
  const { text, starts } = joinTokens(tokens.map((token) => token.text))
  const runs = findRuns(tokens, starts)
  issues.push(...runs.flatMap((run) => runIssues(run, scheme)))
  const gold = canonicalNerGold(runs)
  return { instances: [{ text, gold, labels: gold.spans.map(({ label }) => label) }], issues }
}

function readTokens(rows: readonly Row[], scheme: TagScheme, issues: LineIssue[]): Token[] {
  const first = rows[0]!.line
  const last = rows[rows.length - 1]!.line
  const refused =
    first === last ? 'It was refused.' : `The sentence of lines ${first} to ${last} was refused.`
  return rows.flatMap(({ line, token, tag: written }) => {
    const say = (severity: Severity, code: IssueCode, message: string) => {
      const excerpt = excerptOf(`${token} ${written ?? ''}`.trim())
      const params = { ...(written !== null && { value: excerptOf(written) }), first, last }
      issues.push({ line, severity, code, message, excerpt, params })
      return []
    }
    if (written === null) return say('error', 'tag-missing', `This line has a token and no tag. ${refused}`)
    const tag = parseTag(written, scheme)
    if (!tag)
      return say(
        'error',
        'tag-unknown',
        `“${excerptOf(written)}” is not a tag such as O, B-PER or I-PER. ${refused}`,
      )
    if (token.includes('\0'))
      return say('error', 'nul-character', `The token holds a NUL character. ${refused}`)
    if (token !== '') return { line, text: token, tag, written }
    if (tag.part === 'outside')
      return say('warning', 'token-empty', 'This line has a tag O and no token. It was left out.')
    return say('error', 'token-empty', `This line has the tag ${written} and no token. ${refused}`)
  })
}

/** Tokens `first` to `last` (inclusive) whose tags go on with each other: one span. */
type Run = { label: string; first: Token; last: Token; start: number; end: number }

function findRuns(tokens: readonly Token[], starts: readonly number[]): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  for (const [i, token] of tokens.entries()) {
    const { tag } = token
    const start = starts[i]!
    const end = start + codePointLength(token.text)
    if (tag.part === 'outside') open = null
    else if (goesOn(tag) && open?.label === tag.label) Object.assign(open, { last: token, end })
    else {
      open = { label: tag.label, first: token, last: token, start, end }
      runs.push(open)
    }
    if (tag.part === 'last' || tag.part === 'single') open = null
  }
  return runs
}

function goesOn(tag: Tag): boolean {
  return tag.part === 'inside' || tag.part === 'last'
}

/** What was mended in a span, where its scheme leaves no doubt about what was meant. */
function runIssues({ label, first, last }: Run, scheme: TagScheme): LineIssue[] {
  const warning = ({ line, text, written }: Token, code: IssueCode, message: string): LineIssue => ({
    line,
    severity: 'warning',
    code,
    message,
    excerpt: excerptOf(`${text} ${written}`),
    params: { value: excerptOf(written), first: first.line, last: last.line },
  })
  const issues: LineIssue[] = []
  const mayBegin = (scheme === 'iob1' || scheme === 'io') && first.tag.part === 'inside'
  if (goesOn(first.tag) && !mayBegin)
    issues.push(
      warning(
        first,
        'tag-continues-nothing',
        `${first.written} goes on with nothing. It was read as the beginning.`,
      ),
    )
  if (scheme === 'bioes' && (last.tag.part === 'first' || last.tag.part === 'inside'))
    issues.push(
      warning(
        last,
        'tag-never-ends',
        `The ${label} of line ${first.line} has no last tag. It was read as ending here.`,
      ),
    )
  return issues
}
