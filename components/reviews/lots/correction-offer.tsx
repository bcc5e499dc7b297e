'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { someContent } from '@/components/reviews/content-sections'
import { LotList } from '@/components/reviews/lots/lot-list'
import { LotOutcome } from '@/components/reviews/lots/lot-outcome'
import { useCorrections, useDecideLot } from '@/components/reviews/lots/lots.query'
import { Notice } from '@/components/reviews/notice'
import { newRequestKey } from '@/components/reviews/outbox-entry'
import VersionDiff from '@/components/reviews/version-diff'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import type { Content } from '@/lib/artifacts/model'

type Props = { project: string; decision: string; onDismiss: () => void }

/** After an edit: other drafts that say what it corrected, each with its diff, to be mended one by one or as a lot. */
export default function CorrectionOffer({ project, decision, onDismiss }: Props) {
  const t = useTranslations('lots')
  const { data } = useCorrections(project, decision)
  const [open, setOpen] = useState(false)
  const items = data?.items ?? []
  const [left, setLeft] = useState<Set<string>>(new Set())
  const [opened, setOpened] = useState({ at: 0, lot: '' })
  const deciding = useDecideLot(project)
  if (items.length === 0) return null
  const chosen = new Set(items.map(({ version }) => version.id).filter((id) => !left.has(id)))
  const decide = () => {
    const wanted = items.filter(({ version }) => chosen.has(version.id))
    deciding.mutate({
      verdict: 'edit',
      requestKey: opened.lot,
      elapsedMs: Math.round(performance.now() - opened.at),
      items: wanted.map(({ version, corrected }) => ({
        versionId: version.id,
        contentHash: version.contentHash,
        content: corrected,
      })),
    })
  }
  return (
    <>
      <Notice
        title={t('offer', { count: items.length })}
        actions={
          <>
            <Button
              size="sm"
              onClick={() => {
                setOpened({ at: performance.now(), lot: newRequestKey() })
                setOpen(true)
              }}
            >
              {t('look')}
            </Button>
            <Button size="sm" variant="quiet" onClick={onDismiss}>
              {t('dismiss')}
            </Button>
          </>
        }
      />
      <Dialog
        wide
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          if (!next && deciding.data) onDismiss()
        }}
        title={t('correctionTitle')}
        description={t('correctionHint')}
        actions={
          deciding.data ? undefined : (
            <Button variant="primary" busy={deciding.isPending} disabled={chosen.size === 0} onClick={decide}>
              {t('mend', { count: chosen.size })}
            </Button>
          )
        }
      >
        <ErrorLine error={deciding.error} />
        {deciding.data ? (
          <LotOutcome project={project} lot={opened.lot} drafts={items} results={deciding.data.results} />
        ) : (
          <LotList
            drafts={items}
            chosen={chosen}
            onChosen={(next) =>
              setLeft(new Set(items.map(({ version }) => version.id).filter((id) => !next.has(id))))
            }
            show={({ version, corrected }) => (
              <VersionDiff
                before={version}
                after={someContent(version.kind, corrected as unknown as Content)}
              />
            )}
          />
        )}
      </Dialog>
    </>
  )
}
