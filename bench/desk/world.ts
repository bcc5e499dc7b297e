import { readFileSync } from 'node:fs'
import { longText } from '@/bench/desk/long-text'
import { openFirstAccount } from '@/lib/people/open-first-account'
import { db } from '@/lib/platform/db'
import { systemActor } from '@/lib/platform/model'
import type { ProjectActor } from '@/lib/projects/model'
import { makeGuidelineDraft } from '@/prisma/factories/artifacts'
import { makeCorpus } from '@/prisma/factories/corpora'
import { importContent } from '@/prisma/factories/imports'
import { joinProject } from '@/prisma/factories/people'

export const password = 'a quiet harbour at noon'
const email = 'reviewer@example.org'
const slug = 'desk'

/** A person with a password, and the example corpora imported as often as it takes for so many mined drafts. */
export async function makeDeskWorld(url: string, wanted: number) {
  const reviewer = await makeReviewer(url)
  let drafts = 0
  for (let copy = 1; drafts < wanted; copy++) drafts += await draftCorpora(reviewer, copy)
  return { email, slug, drafts, longDraft: await draftLongText(reviewer) }
}

/** A draft whose evidence is one text of 50 kB with 300 spans; behind all the others in the queue. */
async function draftLongText(reviewer: ProjectActor): Promise<string> {
  const sentences = [longText({ bytes: 50_000, spans: 300 })]
  const corpus = await makeCorpus(reviewer, { name: 'Long text', sentences })
  return (await makeGuidelineDraft(reviewer, { corpus, label: 'vessel' })).id
}

async function makeReviewer(url: string): Promise<ProjectActor> {
  const link = await openFirstAccount(systemActor('start'))
  const token = link?.split('/').at(-1)
  const answer = await fetch(`${url}/api/invitations/${token}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name: 'Reviewer', email, password }),
  })
  if (!answer.ok) throw new Error(`the account was not made: ${await answer.text()}`)
  await db.project.create({ data: { slug, name: 'Desk' } })
  const { id, name } = await db.user.findUniqueOrThrow({ where: { email } })
  return joinProject(slug, {
    person: { kind: 'person', id, name, isAdmin: true, via: 'session' },
    role: 'lead',
  })
}

async function draftCorpora(reviewer: ProjectActor, copy: number): Promise<number> {
  let drafts = 0
  for (const [fileName, language] of [
    ['harbour-news.en.conll', 'en'],
    ['harbour-news.zh.jsonl', 'zh'],
  ] as const) {
    const text = readFileSync(`prisma/seed/${fileName}`, 'utf8')
    const name = `Harbour news ${language} ${copy}`
    const corpus = await importContent(reviewer, text, { fileName, name, language })
    const { labels } = await db.corpus.findUniqueOrThrow({ where: { id: corpus.id } })
    for (const { label } of labels as { label: string }[]) {
      await makeGuidelineDraft(reviewer, { corpus, label })
      drafts++
    }
  }
  return drafts
}
