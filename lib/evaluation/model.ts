import { z } from 'zod'

export const bucketSchema = z.enum(['day', 'week', 'month'])
/** What one point of a chart over time stands for. Weeks begin on Monday; days are UTC. */
export type Bucket = z.infer<typeof bucketSchema>

/** How far back a dashboard looks that is not told. */
export const SHOWN_DAYS = 90

/** Pace and speed are those of the last days, as people and drafts change. */
export const RECENT_DAYS = 14

const DAY_MS = 86_400_000
const MOST_DAYS = 62
const MOST_WEEKS = 2 * 366

/** The finest stretch by which a chart of these days (both included) has no more points than an eye can tell apart. */
export function bucketOf({ from, to }: { from: string; to: string }): Bucket {
  const days = daysBetween(from, to) + 1
  if (days <= MOST_DAYS) return 'day'
  return days <= MOST_WEEKS ? 'week' : 'month'
}

/** The first days of all stretches that these days (both included) touch. */
export function bucketsOf(of: { from: string; to: string; bucket: Bucket }): string[] {
  const found: string[] = []
  for (let at = beginOf(of.from, of.bucket); at <= of.to; at = nextOf(at, of.bucket)) found.push(at)
  return found
}

/** The last day of the stretch that begins on this day. */
export function endOf(begin: string, bucket: Bucket): string {
  return addDays(nextOf(begin, bucket), -1)
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS))
}

/** So many days that end today. */
export function lastDays(days: number): { from: string; to: string } {
  const to = dayOf(new Date())
  return { from: addDays(to, 1 - days), to }
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

function beginOf(day: string, bucket: Bucket): string {
  if (bucket === 'month') return `${day.slice(0, 8)}01`
  return bucket === 'day' ? day : addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

function nextOf(begin: string, bucket: Bucket): string {
  if (bucket === 'month') return beginOf(addDays(begin, 31), 'month')
  return addDays(begin, bucket === 'day' ? 1 : 7)
}

/** What somebody, or everybody, has decided: all of it, and how fast of late. */
export type Work = {
  made: number
  /** How many of them say how long they took, and how long in all. */
  timed: number
  ms: number
  recent: { made: number; timed: number; ms: number }
}

/** How long one decision takes on average: of late, else ever. */
export function secondsEach({ timed, ms, recent }: Work): number | null {
  if (recent.timed > 0) return recent.ms / recent.timed / 1000
  return timed > 0 ? ms / timed / 1000 : null
}

/** Decisions a day of late, days without one included. */
export function perDay({ recent }: Work): number {
  return recent.made / RECENT_DAYS
}

/** How much work is left, and in how many days it is done at the pace of late. Null where nothing tells. */
export function timeLeft(work: Work, open: number): { hoursLeft: number | null; daysLeft: number | null } {
  if (open === 0) return { hoursLeft: 0, daysLeft: 0 }
  const [each, pace] = [secondsEach(work), perDay(work)]
  return {
    hoursLeft: each === null ? null : (open * each) / 3600,
    daysLeft: pace > 0 ? open / pace : null,
  }
}

/** What of the open work falls to one of those who work: as much as of the decisions of late were theirs. */
export function shareOf(open: number, of: { own: Work; all: Work }): number {
  const { own, all } = of
  return all.recent.made > 0 ? Math.round((open * own.recent.made) / all.recent.made) : 0
}
