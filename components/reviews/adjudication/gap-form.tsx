'use client'

import { useTranslations } from 'next-intl'
import { type Ref, useImperativeHandle, useState } from 'react'
import DraftForm from '@/components/reviews/draft-form'
import { guidelineTypist } from '@/components/reviews/guideline-text'
import { useShortTitle } from '@/components/reviews/use-title'
import { useTyping } from '@/components/reviews/use-typing'
import { useNameOf } from '@/components/ui/label-hue'
import { Select } from '@/components/ui/select'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { titleOf } from '@/lib/artifacts/model'
import { questionOf, withQuestion } from '@/lib/reviews/adjudication/model'
import type { ConcernedGuideline, Dispute } from '@/lib/reviews/adjudication/schema'

/** What goes with the settlement: the guideline, and what its next version says. */
export type GapText = { artifact: string; content?: GuidelineContent }

type Props = {
  project: string
  person: string
  dispute: Dispute
  note: string
  ref: Ref<GapHandle>
}
/** What the deed asks of the form when it is done; null while something in it is not right. */
export type GapHandle = { read: () => GapText | null }

/** The guideline with the gap, and its next version with the case attached, ready to be written. */
export default function GapForm({ ref, project, person, dispute, note }: Props) {
  const t = useTranslations('adjudication.gap')
  const nameOf = useNameOf()
  const { guidelines } = dispute
  const [chosen, setChosen] = useState(guidelines[0]?.artifactId ?? '')
  const guideline = guidelines.find(({ artifactId }) => artifactId === chosen)
  if (!guideline) return <p className="text-muted">{t('none')}</p>
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">{t('title')}</h3>
        <Select
          size="sm"
          label={t('guideline')}
          value={chosen}
          onChange={setChosen}
          options={guidelines.map(({ artifactId, key, version }) => ({
            value: artifactId,
            label: nameOf(key),
            hint: `v${version.number}`,
          }))}
        />
      </div>
      {guideline.waits ? (
        <Waiting ref={ref} guideline={guideline} />
      ) : (
        <NextVersion key={chosen} ref={ref} {...{ project, person, dispute, guideline, note }} />
      )}
    </section>
  )
}

function Waiting({ ref, guideline }: { guideline: ConcernedGuideline } & Pick<Props, 'ref'>) {
  const t = useTranslations('adjudication.gap')
  useImperativeHandle(ref, () => ({ read: () => ({ artifact: guideline.artifactId }) }))
  return <p className="text-muted">{t('waits', { number: guideline.version.number })}</p>
}

function NextVersion(props: Props & { guideline: ConcernedGuideline }) {
  const { project, person, dispute, guideline, note } = props
  const t = useTranslations('adjudication.gap')
  const title = useShortTitle()
  const content = guideline.version.content as GuidelineContent
  const { version } = dispute
  const [attached] = useState(() =>
    withQuestion(
      content,
      questionOf(content, { title: titleOf(version).title, number: version.number, note }),
    ),
  )
  const id = `gap-${version.id}-${guideline.version.id}`
  const typing = useTyping({ id, content: attached }, person, guidelineTypist)
  useImperativeHandle(props.ref, () => ({
    read: () => {
      const saving = typing.save()
      if (saving.kind === 'problems') return null
      return {
        artifact: guideline.artifactId,
        content: saving.kind === 'content' ? saving.content : attached,
      }
    },
  }))
  return (
    <>
      <p className="text-muted">{t('attached', { title: title(version), number: version.number })}</p>
      <DraftForm
        {...{ project, typing }}
        corpus={guideline.corpusId}
        form={dispute.corpus?.taskForm ?? 'ner'}
        eye={{ section: 'definition', index: 0 }}
        isNew
      />
    </>
  )
}
