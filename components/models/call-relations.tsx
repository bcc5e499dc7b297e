'use client'

import { useTranslations } from 'next-intl'
import { CallOutcome, endOf } from '@/components/models/call-outcome'
import { TextLink } from '@/components/ui/text-link'
import { artifactKinds } from '@/lib/artifacts/model'
import type { CallDetail } from '@/lib/calls/schema'

type Props = { project: string; call: CallDetail }

/** The drafts that a call became part of, and the calls that it stands for. */
export function CameOf({ project, call }: Props) {
  const t = useTranslations('models.call')
  const kinds = useTranslations('library.kind')
  const { versions, insteadOfId, replayOfId, copiedFromId } = call
  const kindOf = (kind: string) => {
    const known = artifactKinds.find((one) => one === kind)
    return known && kinds.has(known as never) ? kinds(known as never) : kind
  }
  const before = insteadOfId ?? replayOfId
  return (
    <ul className="flex flex-col gap-1">
      {versions.map(({ id, artifactId, kind, key, number }) => (
        <li key={id}>
          <TextLink href={`/p/${project}/library?state=all&artifact=${artifactId}`}>
            {t('draft', { kind: kindOf(kind), key, number })}
          </TextLink>
        </li>
      ))}
      {versions.length === 0 && <li className="text-muted">{t(call.blind ? 'blind' : 'cameOfNothing')}</li>}
      {before && (
        <li>
          <TextLink href={`/p/${project}/models/calls/${before}`}>
            {t(insteadOfId ? 'before' : 'replayOf')}
          </TextLink>
        </li>
      )}
      {copiedFromId && <li className="text-muted">{t('copied')}</li>}
    </ul>
  )
}

/** The decisions of people that the prompt showed as examples, or as things to avoid. */
export function DecisionsShown({ call: { decisions } }: Props) {
  const t = useTranslations('models.call')
  if (decisions.length === 0) return <p className="text-muted">{t('decisionsNone')}</p>
  return (
    <ul className="flex flex-col gap-1">
      {decisions.map(({ id, verdict }) => (
        <li key={id} className="flex items-baseline gap-2">
          <span>{t.has(`decision.${verdict}` as never) ? t(`decision.${verdict as 'edit'}`) : verdict}</span>
          <span className="font-mono text-muted text-xs">{id.slice(0, 8)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The calls that one question took: in prose, in its form, to mend it. */
export function CallTurns({ project, call }: Props) {
  const t = useTranslations('models')
  return (
    <ol className="flex flex-col gap-1.5">
      {call.turns.map((turn) => (
        <li key={turn.id} className="flex items-center gap-2">
          <CallOutcome end={endOf(turn)} />
          {turn.id === call.id ? (
            <span>
              {t(`calls.turns.${turn.turn}`)} <span className="text-muted text-xs">{t('call.thisTurn')}</span>
            </span>
          ) : (
            <TextLink href={`/p/${project}/models/calls/${turn.id}`}>
              {t(`calls.turns.${turn.turn}`)}
            </TextLink>
          )}
        </li>
      ))}
    </ol>
  )
}
