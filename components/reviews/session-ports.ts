import { closedDesk, type DeskState, type QueueCounts } from '@/components/reviews/desk-state'
import { emptyOutbox, type OutboxPorts, type OutboxView } from '@/components/reviews/outbox'
import type { Refusal } from '@/components/reviews/outbox-entry'
import type { Content, SomeContent } from '@/lib/artifacts/model'
import type { Feedback, WarmUpView } from '@/lib/reviews/gold/schema'
import type { ReasonCode, SampleMarks } from '@/lib/reviews/model'
import type { DeskItem } from '@/lib/reviews/schema'

/** How many drafts are leased ahead of the one on the screen. */
export const LEASED_AHEAD = 3

export type DecideAnswer = {
  decision: { id: string }
  counts: QueueCounts
  item?: DeskItem
  feedback?: Feedback | null
}
export type LeaseAsk = { count: number; versionId?: string; includeSkipped?: boolean }
export type LeaseAnswer =
  | { items: DeskItem[]; counts: QueueCounts; warmUps: WarmUpView[] }
  | { refuse: Refusal }

export type RenewAnswer = { held: readonly string[]; counts: QueueCounts } | { refuse: Refusal }

export type VerdictGiven =
  | { verdict: 'approve' | 'skip' }
  | { verdict: 'edit'; content: Content }
  | { verdict: 'reject'; reasonCode: ReasonCode }

export type SessionPorts = Pick<OutboxPorts<DecideAnswer>, 'storage' | 'send' | 'now' | 'after'> & {
  lease(ask: LeaseAsk): Promise<LeaseAnswer>
  /** Keeps what is held for another while, and tells which versions that still are. */
  renew(): Promise<RenewAnswer>
  /** Gives back what is held; the others need not wait for the leases to run out. */
  release(): Promise<void>
  /** Evidence and first instances of a draft that comes soon. */
  prefetch(item: DeskItem): void
  /** Keeps a text that the reviewer typed, for the version it belongs to. */
  keepText(versionId: string, of: SomeContent, comment: string): void
  forgetText(versionId: string): void
  /** What the reviewer found in the random sample of a rule's applications. */
  /** Marks and lines that were kept for a draft that is decided. */
  forgetMarks(versionId: string): void
  sampleOf(versionId: string): SampleMarks | undefined
}

export type SessionView = { desk: DeskState; outbox: OutboxView }

/** What a server knows of anybody's desk: nothing. A page that wakes up must begin with the same. */
export const unopenedView: SessionView = { desk: closedDesk, outbox: emptyOutbox }
