'use client'

import { useTranslations } from 'next-intl'
import type { Activity } from '@/lib/projects/schema'

/** Names that deeds leave in their data, the most telling first. */
const TELLING = ['name', 'label', 'key', 'fileName', 'number', 'run'] as const

/** An audit row in words: who, what was done, and to what if the row says so. */
export function useActivityText(): (item: Activity) => { actor: string; deed: string; subject: string } {
  const t = useTranslations('projects.activity')
  return ({ actor, actorKind, action, data }) => {
    const part = `actors.${actor.replace(/\/.*$/, '')}`
    const told = TELLING.map((key) => data[key]).find(
      (value) => typeof value === 'string' || typeof value === 'number',
    )
    return {
      actor: actorKind === 'system' && t.has(part as never) ? t(part as never) : actor,
      deed: t.has(keyOf(action, data) as never) ? t(keyOf(action, data) as never) : action,
      subject: told === undefined ? '' : String(told),
    }
  }
}

/**
 * A decision is told by its verdict and the kind of what was decided; rows of before there were kinds are of guidelines. While others
 * have yet to decide the same, no verdict is told.
 */
function keyOf(action: string, data: Activity['data']): string {
  if (action !== 'draft.decided' || data.verdict === undefined) return `actions.${action}`
  const kind = typeof data.kind === 'string' ? data.kind : 'guideline'
  return `verdicts.${kind}.${typeof data.verdict === 'string' ? data.verdict : 'approve'}`
}
