import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { expect, running, test } from './app'

// Fifty people at fifty desks, over HTTP against the production build. Requests are cut off at any moment, browsers are closed with
// drafts on the desk and opened again; what was cut off is sent again with its key, as the outbox of a browser does.

const PEOPLE = 50
const LABELS = 150
const OVERLAP = 2
const CUT_OFF = 0.2
const CLOSED = 0.1

type Version = { id: string; contentHash: string }
type Deed = {
  verdict: string
  versionId: string
  contentHash: string
  requestKey: string
  reasonCode?: string
}
type Decision = { id: string; versionId: string; reviewerId: string; verdict: string; undone: boolean }

test('fifty people, cut off and restarted at random: nothing is given out too often, lost or decided twice', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000)
  const project = await app.makeProject('Crowd')
  const { id: corpus } = await app.importCorpus(project, { name: 'Many labels', text: manyLabels() })
  await page.request.patch(`/api/projects/${project}/queue/plan/guideline`, { data: { overlap: OVERLAP } })
  await app.draftGuidelines(project, corpus)
  const desks: Desk[] = []
  for (let person = 0; person < PEOPLE; person++) desks.push(await Desk.of(page, { project, person }))

  await Promise.all(desks.map((desk) => desk.work()))

  const acknowledged = desks.flatMap((desk) => desk.acknowledged)
  const decisions = await allDecisions(page, project)
  const kept = new Set(decisions.map(({ id }) => id))
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect(desks.some((desk) => desk.cutOff > 0) && desks.some((desk) => desk.restarts > 0)).toBe(true)
  const voters = new Map<string, string[]>()
  for (const { verdict, undone, versionId, reviewerId } of decisions)
    if (verdict !== 'skip' && !undone) voters.set(versionId, [...(voters.get(versionId) ?? []), reviewerId])
  expect(voters.size).toBe(LABELS)
  for (const [version, people] of voters) expect(new Set(people).size, version).toBe(OVERLAP)
  expect([...voters.values()].filter(({ length }) => length !== OVERLAP)).toEqual([])
  const waiting = await page.request.get(`/api/projects/${project}/queue`)
  expect(await waiting.json()).toMatchObject({ waiting: 0, heldByOthers: 0 })
})

/** A desk as a browser keeps one: a few drafts, and one decision on its way. */
class Desk {
  readonly acknowledged: string[] = []
  cutOff = 0
  restarts = 0
  private readonly numbers: RandomGenerator

  private constructor(
    private readonly project: string,
    private readonly cookie: string,
    person: number,
  ) {
    this.numbers = xoroshiro128plus(person)
  }

  static async of(lead: Page, of: { project: string; person: number }): Promise<Desk> {
    const made = await lead.request.post(`/api/projects/${of.project}/invitations`, {
      data: { role: 'annotator' },
    })
    const { path } = await made.json()
    const response = await fetch(`${running().url}/api/invitations/${path.split('/').at(-1)}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: `Reviewer ${of.person}`,
        email: `crowd-${of.person}-${randomUUID()}@example.org`,
        password: 'fifty patient owls',
      }),
    })
    expect(response.status, await response.clone().text()).toBe(200)
    const cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    return new Desk(of.project, cookie, of.person)
  }

  private chance(): number {
    return uniformFloat64(this.numbers)
  }

  /** Until nothing is left for this person. */
  async work(): Promise<void> {
    for (;;) {
      const { items } = await this.surely<{ items: { version: Version }[] }>('queue/leases', { count: 3 })
      if (items.length === 0) {
        if (await this.isOver()) return
        await sleep(200 * this.chance())
        continue
      }
      for (const { version } of items) {
        if (this.chance() < CLOSED) {
          this.restarts++
          break
        }
        await this.decide(version)
      }
    }
  }

  private async decide({ id: versionId, contentHash }: Version): Promise<void> {
    const chance = this.chance()
    const verdict = chance < 0.7 ? 'approve' : chance < 0.92 ? 'reject' : 'skip'
    const deed: Deed = { verdict, versionId, contentHash, requestKey: randomUUID() }
    if (verdict === 'reject') deed.reasonCode = 'other'
    const { decision } = await this.surely<{ decision: Decision }>('decisions', deed)
    this.acknowledged.push(decision.id)
  }

  private async isOver(): Promise<boolean> {
    const response = await this.ask('queue')
    const { waiting, skippedByMe } = await response.json()
    if (skippedByMe > 0) {
      const { items } = await this.surely<{ items: { version: Version }[] }>('queue/leases', {
        count: 3,
        includeSkipped: true,
      })
      for (const { version } of items) {
        const deed = { verdict: 'approve', versionId: version.id, contentHash: version.contentHash }
        const said = await this.surely<{ decision: Decision }>('decisions', {
          ...deed,
          requestKey: randomUUID(),
        })
        this.acknowledged.push(said.decision.id)
      }
    }
    return waiting === 0
  }

  /** Sends until there is an answer: the same body with the same key, however often it was cut off. */
  private async surely<Answer>(path: string, body: object): Promise<Answer> {
    for (;;) {
      const cut = this.chance() < CUT_OFF ? AbortSignal.timeout(Math.ceil(30 * this.chance())) : undefined
      try {
        const response = await this.ask(path, body, cut)
        const answer = await response.json()
        expect(response.status, JSON.stringify(answer)).toBe(200)
        return answer
      } catch (error) {
        if (!cut?.aborted) throw error
        this.cutOff++
      }
    }
  }

  private ask(path: string, body?: object, signal?: AbortSignal): Promise<Response> {
    const { url } = running()
    return fetch(`${url}/api/projects/${this.project}/${path}`, {
      headers: { cookie: this.cookie, origin: url, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  }
}

async function allDecisions(page: Page, project: string): Promise<Decision[]> {
  const all: Decision[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const after: string = cursor ? `&cursor=${cursor}` : ''
    const answer = await page.request.get(`/api/projects/${project}/decisions?limit=100${after}`)
    const { items, nextCursor } = await answer.json()
    all.push(...items)
    cursor = nextCursor
  }
  return all
}

function manyLabels(): string {
  const line = (label: number) => {
    const word = `Thing${label}`
    const text = `The clerk saw ${word} beside the quay on day ${label}.`
    return JSON.stringify({ text, spans: [{ start: 14, end: 14 + word.length, label: `kind-${label}` }] })
  }
  return Array.from({ length: LABELS }, (_, label) => line(label)).join('\n')
}
