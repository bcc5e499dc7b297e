import { expect, test } from 'vitest'
import { listComments } from '@/lib/artifacts/comments/queries'
import { removeComment } from '@/lib/artifacts/comments/remove-comment'
import { writeCommentInput } from '@/lib/artifacts/comments/schema'
import { writeComment } from '@/lib/artifacts/comments/write-comment'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { listNotifications } from '@/lib/projects/notifications/queries'
import { readNotifications } from '@/lib/projects/notifications/read-notifications'
import { joinProject, makePerson, makeProject } from '@/prisma/factories/people'
import { queueDrafts } from '@/prisma/factories/reviews'

const said = (text: string, mentions: string[] = []) => writeCommentInput.parse({ text, mentions })
const read = (actor: ProjectActor, artifact: string) => listComments(actor, { artifact, limit: 50 })
const told = (actor: ProjectActor) => listNotifications(actor, { limit: 50 })

async function harbour() {
  const lead = await makeProject()
  const ann = await joinProject(lead.project.slug, { person: await makePerson({ name: 'Ann' }) })
  const [draft] = await queueDrafts(lead)
  return { lead, ann, draft: draft!, artifact: draft!.artifactId }
}

test('a comment stands in the order of time, and who is mentioned is told once, never the author', async () => {
  const { lead, ann, artifact } = await harbour()
  const first = await writeComment(lead, { artifact, ...said('@Ann see this', [ann.id, ann.id, lead.id]) })
  expect(first).toMatchObject({ author: lead.name, text: '@Ann see this', versionId: null })
  expect(first.mentions.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ann']))
  await writeComment(ann, { artifact, ...said('Seen.') })
  expect((await read(ann, artifact)).items.map(({ text }) => text)).toEqual(['@Ann see this', 'Seen.'])
  const { items, unread } = await told(ann)
  expect(unread).toBe(1)
  expect(items).toMatchObject([
    {
      notice: { kind: 'mentioned', artifactId: artifact, artifact: 'guideline', excerpt: '@Ann see this' },
      actor: lead.name,
      read: false,
    },
  ])
  expect((await told(lead)).items).toEqual([])
})

test('what is read stays read, what came after it was looked at does not', async () => {
  const { lead, ann, artifact } = await harbour()
  for (const text of ['one', 'two', 'three']) await writeComment(lead, { artifact, ...said(text, [ann.id]) })
  const { items } = await told(ann)
  expect(await readNotifications(ann, { upTo: items[1]!.id })).toEqual({ unread: 1 })
  expect((await listNotifications(ann, { limit: 50, unread: 'true' })).items.map(({ id }) => id)).toEqual([
    items[0]!.id,
  ])
  // Nobody reads for somebody else.
  expect(await readNotifications(lead, { ids: [items[0]!.id] })).toEqual({ unread: 0 })
  expect((await told(ann)).unread).toBe(1)
})

test('pages go on where the last one ended', async () => {
  const { lead, ann, artifact } = await harbour()
  for (const text of ['one', 'two', 'three']) await writeComment(lead, { artifact, ...said(text, [ann.id]) })
  const page = await listComments(ann, { artifact, limit: 2 })
  const rest = await listComments(ann, { artifact, limit: 2, cursor: page.nextCursor! })
  expect([...page.items, ...rest.items].map(({ text }) => text)).toEqual(['one', 'two', 'three'])
  expect(rest.nextCursor).toBeNull()
  const newest = await listNotifications(ann, { limit: 2 })
  const older = await listNotifications(ann, { limit: 2, cursor: newest.nextCursor! })
  expect(newest.items.length + older.items.length).toBe(3)
})

test('a removed comment keeps its place and loses its words; only its author or a lead removes it', async () => {
  const { lead, ann, artifact } = await harbour()
  const bob = await joinProject(lead.project.slug)
  const { id: comment } = await writeComment(ann, { artifact, ...said('a slip', [lead.id]) })
  const refused = { details: { reason: 'not-your-comment' } }
  await expect(removeComment(bob, { artifact, comment })).rejects.toMatchObject(refused)
  await removeComment(lead, { artifact, comment })
  await removeComment(ann, { artifact, comment })
  expect((await read(bob, artifact)).items).toMatchObject([{ text: null, mentions: [], author: 'Ann' }])
  expect((await db.comment.findUniqueOrThrow({ where: { id: comment } })).text).toBe('')
  const deeds = await db.auditEntry.findMany({
    where: { projectId: lead.project.id, subjectId: artifact },
    orderBy: { id: 'asc' },
  })
  expect(deeds.map(({ action }) => action)).toEqual(['comment.written', 'comment.removed'])
})

test('nobody outside the project is mentioned or reads along, and a version is of its artifact', async () => {
  const { lead, artifact } = await harbour()
  const stranger = await makeProject()
  const [other] = await queueDrafts(lead, { contents: [{ label: 'other' }] })
  const mention = writeComment(lead, { artifact, ...said('hello', [stranger.id]) })
  await expect(mention).rejects.toMatchObject({ details: { reason: 'mention-unknown' } })
  const elsewhere = writeComment(lead, { artifact, ...said('hello'), versionId: other!.id })
  await expect(elsewhere).rejects.toMatchObject({ details: { reason: 'version-unknown' } })
  const unknown = { code: 'not_found', details: { reason: 'artifact-unknown' } }
  await expect(read(stranger, artifact)).rejects.toMatchObject(unknown)
  await expect(writeComment(stranger, { artifact, ...said('hello') })).rejects.toMatchObject(unknown)
  expect(await db.comment.count({ where: { artifactId: artifact } })).toBe(0)
})

test('where several decide a draft, words of others about it wait until one has decided', async () => {
  const { lead, ann, artifact, draft } = await harbour()
  await db.reviewSlot.create({
    data: { versionId: draft.id, number: 2, projectId: lead.project.id, position: 1n },
  })
  await writeComment(lead, { artifact, ...said('I would reject this.'), versionId: draft.id })
  await writeComment(lead, { artifact, ...said('About all of it.') })
  await writeComment(ann, { artifact, ...said('My own.'), versionId: draft.id })
  const seen = async (actor: ProjectActor) => (await read(actor, artifact)).items.map(({ text }) => text)
  expect(await seen(ann)).toEqual(['About all of it.', 'My own.'])
  await db.draft.update({ where: { versionId: draft.id }, data: { state: 'approved' } })
  expect(await seen(ann)).toEqual(['I would reject this.', 'About all of it.', 'My own.'])
})
