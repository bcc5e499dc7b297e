import { describe, expect, it } from 'vitest'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { listActivity, listJobs, listProjects, readHome, readJob } from '@/lib/projects/queries'
import { homeSchema, jobSchema } from '@/lib/projects/schema'
import { makeGuidelineDraft } from '@/prisma/factories/artifacts'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makePerson, makeProject } from '@/prisma/factories/people'

const SENTENCES = ['The [Grey Petrel|vessel] left [Wickholm|place].']

describe('the home', () => {
  it('starts with an import, and says nothing to do to those who cannot import', async () => {
    const lead = await makeProject()
    const home = homeSchema.parse(await readHome(lead))
    expect(home.next).toEqual({ kind: 'import-corpus', count: 0, subjectId: null })
    expect(home.corpora).toEqual({ count: 0, week: [0, 0, 0, 0, 0, 0, 0], instances: 0 })
    const annotator = await joinProject(lead.project.slug)
    expect((await readHome(annotator)).next.kind).toBe('all-done')
  })

  it('goes on with drafting, then reviewing, and counts what came today', async () => {
    const lead = await makeProject()
    await makeProject({ person: await makePerson() }).then((other) => makeGuidelineDraft(other))
    const corpus = await makeCorpus(lead, { sentences: SENTENCES })
    expect((await readHome(lead)).next).toEqual({ kind: 'draft-guidelines', count: 2, subjectId: corpus.id })
    await makeGuidelineDraft(lead, { corpus, label: 'vessel' })
    const home = homeSchema.parse(await readHome(lead))
    expect(home.next).toEqual({ kind: 'review-drafts', count: 1, subjectId: null })
    expect(home.corpora).toEqual({ count: 1, week: [0, 0, 0, 0, 0, 0, 1], instances: 1 })
    expect(home.drafts).toEqual({ count: 1, week: [0, 0, 0, 0, 0, 0, 1], waiting: 1 })
    const annotator = await joinProject(lead.project.slug)
    expect((await readHome(annotator)).next.kind).toBe('review-drafts')
  })

  it('puts what is older than a week into the count only', async () => {
    const lead = await makeProject()
    const { id } = await makeCorpus(lead, { sentences: SENTENCES })
    const age = (days: number) =>
      db.corpus.update({ where: { id }, data: { createdAt: new Date(Date.now() - days * 86_400_000) } })
    await age(6)
    expect((await readHome(lead)).corpora.week).toEqual([1, 0, 0, 0, 0, 0, 0])
    await age(7)
    expect((await readHome(lead)).corpora).toMatchObject({ count: 1, week: [0, 0, 0, 0, 0, 0, 0] })
  })
})

describe('the list of projects', () => {
  it('holds one’s own with one’s role, and all of them for an admin of the installation', async () => {
    const mine = await makeProject({ role: 'lead' })
    const foreign = await makeProject()
    const own = await listProjects(mine)
    expect(own.items).toMatchObject([{ slug: mine.project.slug, role: 'lead' }])
    const all = await listProjects(await makePerson({ isAdmin: true }))
    const slugs = all.items.map(({ slug }) => slug)
    expect(slugs).toEqual(expect.arrayContaining([mine.project.slug, foreign.project.slug]))
    expect(all.items.every(({ role }) => role === 'admin')).toBe(true)
  })
})

describe('the activity', () => {
  it('pages through every entry once, newest first, by action if asked, and names who did it', async () => {
    const lead = await makeProject()
    const projectId = lead.project.id
    for (let n = 1; n <= 5; n++)
      await db.$transaction((tx) =>
        audit(tx, lead, {
          action: n === 3 ? 'corpus.imported' : 'note.written',
          subjectKind: 'note',
          subjectId: String(n),
          projectId,
        }),
      )
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listActivity(lead, { limit: 2, cursor })
      seen.push(...page.items.map(({ subjectId }) => subjectId))
      if (!page.nextCursor) break
      cursor = page.nextCursor
    }
    expect(seen).toEqual(['5', '4', '3', '2', '1'])
    const { items } = await listActivity(lead, { limit: 50, action: 'corpus.imported' })
    expect(items).toMatchObject([{ actor: lead.name, actorKind: 'person', subjectId: '3' }])
    await expect(listActivity(lead, { limit: 2, cursor: '1; DROP' })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

describe('jobs', () => {
  const makeJob = (projectId: string, given: { state?: string; createdAt?: Date } = {}) =>
    db.jobRun.create({
      data: {
        projectId,
        kind: 'test',
        subjectId: 's',
        startedBy: 'x',
        log: [{ at: new Date().toISOString(), key: 'begun' }],
        ...given,
      },
    })

  it('are listed once each over pages, also those of one moment; the log comes with a single one', async () => {
    const lead = await makeProject()
    const createdAt = new Date()
    for (let n = 0; n < 5; n++) await makeJob(lead.project.id, { createdAt, state: n ? 'done' : 'running' })
    const seen = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await listJobs(lead, { limit: 2, cursor })
      for (const job of page.items) seen.add(jobSchema.parse(job).id)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.size).toBe(5)
    const { items } = await listJobs(lead, { limit: 50, open: 'true' })
    expect(items).toHaveLength(1)
    expect(items[0]!.log).toEqual([])
    expect((await readJob(lead, { job: items[0]!.id })).log).toHaveLength(1)
  })

  it('of another project are not there', async () => {
    const [lead, other] = [await makeProject(), await makeProject()]
    const job = await makeJob(other.project.id)
    await expect(readJob(lead, { job: job.id })).rejects.toMatchObject({ code: 'not_found' })
  })
})
