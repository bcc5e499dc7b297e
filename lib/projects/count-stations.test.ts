import { describe, expect, it } from 'vitest'
import { countStations } from '@/lib/projects/count-stations'
import { listMembers } from '@/lib/projects/queries'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeProject } from '@/prisma/factories/people'
import { queueDrafts } from '@/prisma/factories/reviews'

describe('counting decisions', () => {
  it('counts an edit once, leaves skips out, and takes off what was undone', async () => {
    const lead = await makeProject()
    const drafts = await queueDrafts(lead, { count: 4 })
    const verdicts = [
      { verdict: 'approve' },
      { verdict: 'edit', content: { ...drafts[1]!.content, definition: 'Another one.' } },
      { verdict: 'reject', reasonCode: 'other' },
      { verdict: 'skip' },
    ] as const
    for (const [i, one] of verdicts.entries())
      await decideDraft(lead, {
        ...one,
        versionId: drafts[i]!.id,
        contentHash: drafts[i]!.contentHash,
        comment: '',
        elapsedMs: 0,
        requestKey: crypto.randomUUID(),
      })
    const counted = async () => {
      const [member] = (await listMembers(lead)).items
      const { decisions, library } = (await countStations(lead.project.id)).stations
      expect(decisions.week.at(-1)).toBe(decisions.count)
      return { home: decisions.count, member: member!.decisions, library: library.count }
    }
    expect(await counted()).toEqual({ home: 3, member: 3, library: 2 })
    const undo = () => undoDecision(lead, { requestKey: crypto.randomUUID() })
    await undo() // the skip
    expect(await counted()).toEqual({ home: 3, member: 3, library: 2 })
    await undo() // the rejection
    await undo() // the edit and its approval
    expect(await counted()).toEqual({ home: 1, member: 1, library: 1 })
  })
})
