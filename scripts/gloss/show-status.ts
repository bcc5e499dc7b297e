import { readSessionEndpoint } from '@/lib/people/schema'
import { readHealthEndpoint } from '@/lib/platform/schema'
import {
  type Home,
  type JobView,
  listJobsEndpoint,
  listProjectsEndpoint,
  readHomeEndpoint,
} from '@/lib/projects/schema'
import { amountIn } from './amount'
import type { Outcome } from './outcome'
import { progressLine } from './progress'
import { call, type Server } from './server'

/** The server and its projects, or one project: its loop in counts and the work that runs. */
export async function showStatus(server: Server, options: { project?: string }): Promise<Outcome> {
  return options.project ? showProject(server, options.project) : showServer(server)
}

async function showServer(server: Server): Promise<Outcome> {
  const { version } = await call(server, readHealthEndpoint)
  const { name, via } = await call(server, readSessionEndpoint)
  const { items } = await call(server, listProjectsEndpoint)
  return {
    result: { url: server.url, version, caller: { name, via }, projects: items },
    lines: [
      `Gloss ${version} at ${server.url}, as ${name}`,
      ...items.map((project) => `  ${project.slug}  ${project.name} (${project.role})`),
    ],
  }
}

async function showProject(server: Server, project: string): Promise<Outcome> {
  const params = { project }
  const [home, jobs] = await Promise.all([
    call(server, readHomeEndpoint, { params }),
    call(server, listJobsEndpoint, { params, query: { limit: 10 } }),
  ])
  return {
    result: { ...home, jobs: jobs.items },
    lines: [home.project.name, ...stations(home), `Next: ${nextWords(home)}`, ...jobs.items.map(jobLine)],
  }
}

function stations({ corpora, drafts, decisions, library, releases, exports }: Home): string[] {
  const latest = releases.latest === null ? '' : ` (latest: ${releases.latest})`
  return [
    `  corpora    ${corpora.count} (${amountIn(corpora.instances, 'instances')})`,
    `  drafts     ${drafts.count} (${drafts.waiting} waiting)`,
    `  decisions  ${decisions.count}`,
    `  library    ${library.count} approved (${library.unreleased} not released)`,
    `  releases   ${releases.count}${latest}`,
    `  exports    ${exports.count} (${amountIn(exports.instructions, 'instructions')} composed)`,
  ]
}

function nextWords({ next }: Home): string {
  const words: Record<Home['next']['kind'], string> = {
    'import-corpus': 'import a corpus',
    'draft-guidelines': 'draft guidelines',
    'review-drafts': `decide about ${amountIn(next.count, 'drafts')}, in the browser`,
    'cut-release': `cut a release (${amountIn(next.count, 'new versions')})`,
    'compose-release': `compose from release ${next.subjectId}`,
    'audit-run': `audit run ${next.subjectId}, or override with a reason`,
    'export-run': `export run ${next.subjectId}`,
    'all-done': 'nothing; all is done',
  }
  return words[next.kind]
}

function jobLine(job: JobView): string {
  const { kind, unit, done, total, state, error } = job
  const seconds = job.startedAt ? (endOf(job) - Date.parse(job.startedAt)) / 1000 : 0
  const line = progressLine({ what: kind, unit, done, total, seconds })
  return `  ${state.padEnd(9)}  ${line}${error ? `  ${error.message}` : ''}`
}

const endOf = (job: JobView) => (job.finishedAt ? Date.parse(job.finishedAt) : Date.now())
