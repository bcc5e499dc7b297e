import { afterAll, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { readLearning } from '@/lib/artifacts/learning/queries'
import {
  chooseLessons,
  MOST_AVOIDED,
  MOST_EXAMPLES,
  nearness,
  type PastDecision,
} from '@/lib/artifacts/lessons/model'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import { readOrigin } from '@/lib/artifacts/origin/queries'
import { retireArtifact } from '@/lib/library/retire-artifact'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { draftAll } from '@/prisma/factories/artifacts'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'
import { editDraft, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())

const past = (number: number, given: Partial<PastDecision> = {}): PastDecision => ({
  ...{ id: `decision-${number}`, number, verdict: 'edit', reasonCode: null, comment: '', corpusId: 'c' },
  ...{ artifactId: `artifact-${number}`, key: `label-${number}`, before: [`before ${number}`] },
  after: [`wholly different words ${number}x`],
  ...given,
})
const about = { key: 'politician', corpusId: 'c' }
const idsOf = (decisions: PastDecision[]) => chooseLessons(decisions, about).decisionIds

describe('the decisions that a prompt is told of', () => {
  it('are those about the nearest label first, then the newest, and no more than a few', () => {
    const near = past(1, { key: 'politician' })
    const spelt = past(2, { key: 'politics' })
    const others = Array.from({ length: 20 }, (_, at) => past(10 + at))
    const ids = idsOf([...others, spelt, near])
    expect(ids.slice(0, 2)).toEqual(['decision-1', 'decision-2'])
    expect(ids).toHaveLength(MOST_EXAMPLES)
    expect(ids[2]).toBe('decision-29')
    expect(nearness({ key: 'politician', corpusId: 'd' }, about)).toBeLessThan(nearness(near, about))
    const rejections = Array.from({ length: 30 }, (_, at) =>
      past(at, { verdict: 'reject', after: [], comment: `no ${at}` }),
    )
    expect(chooseLessons(rejections, about).lessons.avoid).toHaveLength(MOST_AVOIDED)
  })

  it('do not say the same twice, and an artifact teaches by its newest decision alone', () => {
    const same = ['a ship is a named vessel that floats']
    const ids = idsOf([
      past(9, { after: same }),
      past(8, { after: same }),
      past(7),
      past(6),
      past(5),
      past(4),
    ])
    expect(ids).toContain('decision-9')
    expect(ids).not.toContain('decision-8')
    expect(idsOf([past(1, { artifactId: 'one' }), past(2, { artifactId: 'one' })])).toEqual(['decision-2'])
  })
})

async function decide(actor: ProjectActor) {
  const corpus = await makeCorpus(actor, { sentences: ['The [Petrel|vessel] left.'] })
  const [edited, rejected] = await queueDrafts(actor, {
    corpus,
    contents: [{ label: 'ship' }, { label: 'boat' }],
  })
  const edit = await editDraft(actor, edited!, {
    ...edited!.content,
    definition: 'A ship with a name of its own.',
  })
  const rejection = await rejectDraft(actor, rejected!, { reasonCode: 'too-vague' })
  return { corpus, edited: edited!, edit, rejection }
}

const lessonsOf = async (actor: ProjectActor, until = new Date()) => {
  const decisions = await readLessons({
    projectId: actor.project.id,
    kind: 'guideline',
    keys: ['vessel'],
    until,
  })
  return selectLessons(decisions, { key: 'vessel', corpusId: null })
}

describe('lessons from decisions', () => {
  it('are edits as examples and reasons as what to avoid, of decisions until a moment', async () => {
    const actor = await makeProject({ role: 'lead' })
    const before = new Date(Date.now() - 60_000)
    const { edit, rejection } = await decide(actor)
    const { lessons, decisionIds } = await lessonsOf(actor)
    expect(decisionIds.sort()).toEqual([edit.id, rejection.id].sort())
    expect(lessons.examples).toEqual([
      {
        before: 'ship\ndefinition: A named ship or boat.',
        after: 'ship\ndefinition: A ship with a name of its own.',
      },
    ])
    expect(lessons.avoid).toEqual(['too vague (boat, definition: A named ship or boat.)'])
    expect((await lessonsOf(actor, before)).decisionIds).toEqual([])
    expect((await readLearning(actor, { kind: 'guideline' })).lessons).toEqual([
      { kind: 'guideline', examples: 1, avoid: 1 },
    ])
  })

  it('leave the prompts when the decision is taken back or its artifact is retired, also within a job', async () => {
    const actor = await makeProject({ role: 'lead' })
    const { edited, edit, rejection } = await decide(actor)
    const until = new Date()
    const of = { projectId: actor.project.id, kind: 'guideline' as const, keys: [], until }
    const known = await readLessons(of)
    await undoDecision(actor, { requestKey: 'taken-back-1' })
    const within = await selectLessons(known, { key: 'vessel', corpusId: null })
    expect(within.decisionIds).toEqual([edit.id])
    expect((await readLessons(of)).map(({ id }) => id)).not.toContain(rejection.id)
    await retireArtifact(actor, { artifact: edited.artifactId, reason: 'No ships any more.' })
    expect((await selectLessons(known, { key: 'vessel', corpusId: null })).decisionIds).toEqual([])
  })

  it('stand in the next prompt, and each call says which decisions it was told of', async () => {
    const actor = await makeProject({ role: 'lead' })
    const { corpus, edit, rejection } = await decide(actor)
    const connectionId = await connectModels(actor, fake)
    await draftAll(actor, { corpus: corpus.id, labels: ['vessel'], by: { connectionId } })
    const draft = await db.version.findFirstOrThrow({
      where: { artifact: { corpusId: corpus.id, key: 'vessel' } },
    })
    const { calls, decisionsUsed } = await readOrigin(actor, { version: draft.id })
    expect(decisionsUsed.map(({ id }) => id).sort()).toEqual([edit.id, rejection.id].sort())
    const text = await db.modelCallText.findUniqueOrThrow({ where: { callId: calls[0]!.id } })
    const messages = JSON.stringify(text.messages)
    expect(messages).toContain('A ship with a name of its own.')
    expect(messages).toContain('too vague')
    await undoDecision(actor, { requestKey: 'taken-back-2', decisionId: rejection.id })
    await draftAll(actor, { corpus: corpus.id, labels: ['vessel'], again: 'all', by: { connectionId } })
    const newest = await db.modelCall.findFirstOrThrow({
      where: { projectId: actor.project.id, turn: 'prose' },
      orderBy: { id: 'desc' },
      include: { text: true, decisions: true },
    })
    expect(newest.decisions.map(({ decisionId }) => decisionId)).toEqual([edit.id])
    expect(JSON.stringify(newest.text!.messages)).not.toContain('too vague')
  })
})
