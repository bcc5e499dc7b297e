'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useProject } from '@/components/projects/current-project'
import { versionLinksQuery } from '@/components/reviews/adjudication/adjudication.query'
import { useBothLanguages } from '@/components/reviews/use-title'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'

type Props = {
  version: string
  /** Is it shown over the list of that work? */
  onWork?: boolean
}

/** From a version to the dispute that it settled or came of, to what it was sent back for, and to the work that it puts in doubt. */
export function VersionLinks({ version, onWork }: Props) {
  const { slug: project, allows } = useProject()
  const canLead = allows('lead')
  const t = useTranslations('adjudication.links')
  const causes = useTranslations('adjudication.causes')
  const inWords = useBothLanguages()
  const { data } = useQuery(versionLinksQuery(project, version))
  if (!data) return null
  const { settled, cases, rechecks } = data
  const replaces = onWork ? null : data.replaces
  if (!settled && cases.length === 0 && rechecks.length === 0 && !replaces) return null
  const disputeAt = (id: string) => `/p/${project}/queue/disputes?state=settled&draft=${id}`
  return (
    <ul aria-label={t('label')} className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2 text-sm">
      {settled && (
        <li>
          {t.rich('settled', {
            by: settled.by,
            cause: causes(settled.cause),
            when: () => <TimeAgo at={settled.at} />,
          })}{' '}
          {canLead && <TextLink href={disputeAt(settled.versionId)}>{t('dispute')}</TextLink>}
        </li>
      )}
      {cases.map((one) => (
        <li key={one.versionId}>
          {t('case', { title: inWords(one.title), number: one.number, by: one.by })}
          {one.note && <span className="text-muted">{` “${one.note}”`}</span>}{' '}
          {canLead && <TextLink href={disputeAt(one.versionId)}>{t('dispute')}</TextLink>}
        </li>
      ))}
      {rechecks.map((one) => (
        <li key={one.at}>
          {t.rich('recheck', {
            by: one.by,
            label: one.key,
            number: one.number,
            when: () => <TimeAgo at={one.at} />,
          })}{' '}
          <TextLink href={`/p/${project}/queue/rechecks/${one.becauseVersionId}`}>{t('work')}</TextLink>
        </li>
      ))}
      {replaces && (
        <li>
          {t('replaces', { number: replaces.number, count: replaces.decided })}{' '}
          <TextLink href={`/p/${project}/queue/rechecks/${version}`}>{t('work')}</TextLink>
        </li>
      )}
    </ul>
  )
}
