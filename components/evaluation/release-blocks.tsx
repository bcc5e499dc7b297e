'use client'

import { CircleCheck, CircleDashed } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FigureLink } from '@/components/evaluation/figure-link'
import { hrefOf } from '@/components/evaluation/rows-href'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { PagePart } from '@/components/models/page-part'
import type { Blocks } from '@/lib/evaluation/schema'

type Props = { project: string; blocks: Blocks; canLead: boolean }

/** What stands between now and the next release, each with where to do it; and what is ready for it. */
export function ReleaseBlocks({ project, blocks, canLead }: Props) {
  const t = useTranslations('evaluation.blocks')
  const kinds = useKindName()
  const format = useFormatter()
  const { waiting, disputed, uncovered, approvedSince, most, latestRelease } = blocks
  const link = (href: string) => (words: ReactNode) => (
    <FigureLink href={href} className="font-medium text-accent-text underline decoration-current/30">
      {words}
    </FigureLink>
  )
  const since = approvedSince >= most ? t('most', { count: most }) : format.number(approvedSince)
  return (
    <PagePart title={t('title')}>
      <ul className="flex flex-col gap-1.5">
        {waiting.map(({ kind, count }) => (
          <Line key={kind} blocks>
            {t.rich('waiting', {
              count,
              kind: kinds(kind),
              link: link(hrefOf(`/p/${project}/library`, { state: 'waiting', kind })),
            })}
          </Line>
        ))}
        {disputed > 0 && (
          <Line blocks>
            {t.rich('disputed', {
              count: disputed,
              link: link(canLead ? `/p/${project}/queue/disputes` : `/p/${project}/queue`),
            })}
          </Line>
        )}
        {uncovered > 0 && (
          <Line blocks>{t.rich('uncovered', { count: uncovered, link: link('#coverage') })}</Line>
        )}
        {waiting.length === 0 && disputed === 0 && uncovered === 0 && <Line>{t('nothing')}</Line>}
        <Line blocks={approvedSince === 0}>
          {t.rich(latestRelease === null ? 'readyFirst' : approvedSince === 0 ? 'nothingNew' : 'ready', {
            count: since,
            number: String(latestRelease ?? 0),
            link: link(`/p/${project}/library/releases`),
          })}
        </Line>
      </ul>
    </PagePart>
  )
}

function Line({ blocks, children }: { blocks?: boolean; children: ReactNode }) {
  const Icon = blocks ? CircleDashed : CircleCheck
  return (
    <li className="flex items-start gap-2">
      <Icon
        className={blocks ? 'mt-0.5 size-4 shrink-0 text-waiting' : 'mt-0.5 size-4 shrink-0 text-approved'}
        aria-hidden
      />
      <span>{children}</span>
    </li>
  )
}
