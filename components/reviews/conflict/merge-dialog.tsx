'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  type Choice,
  conflictsIn,
  mergeContents,
  mergedContent,
} from '@/components/reviews/conflict/merge-contents'
import { MergeFields } from '@/components/reviews/conflict/merge-fields'
import type { SideNames } from '@/components/reviews/conflict/side-names'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import type { Content } from '@/lib/artifacts/model'

type Props = {
  title: string
  names: SideNames
  base: Content
  theirs: Content
  mine: Content
  /** What is done with the merged text, as the button says it. */
  deed: string
  busy?: boolean
  error?: unknown
  onMerged: (content: Content) => void
  onClose: () => void
}

/** Two texts that grew from one, merged: by themselves where they do not touch, by a choice where they do. */
export default function MergeDialog(props: Props) {
  const { base, theirs, mine, names } = props
  const t = useTranslations('conflict')
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const fields = mergeContents({ base, theirs, mine })
  const conflicts = conflictsIn(fields)
  const open = conflicts.filter((id) => !choices[id]).length
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      broad
      title={props.title}
      description={
        conflicts.length === 0 ? t('allMerged') : t('someMerged', { count: conflicts.length, open })
      }
      actions={
        <>
          <ErrorLine error={props.error} className="min-w-0 flex-1" />
          <DialogClose render={<Button>{t('leave')}</Button>} />
          <Button
            variant="primary"
            busy={props.busy}
            disabled={open > 0}
            onClick={() => props.onMerged(mergedContent(theirs, fields, choices))}
          >
            {props.deed}
          </Button>
        </>
      }
    >
      {fields.length === 0 ? (
        <p className="text-muted">{t('sameText')}</p>
      ) : (
        <>
          <Legend names={names} />
          <MergeFields
            of={{ base, theirs, mine }}
            names={names}
            language={'language' in mine ? mine.language : 'en'}
            fields={fields}
            choices={choices}
            onChoose={(id, choice) => setChoices({ ...choices, [id]: choice })}
          />
        </>
      )}
    </Dialog>
  )
}

/** Which colour is whose. */
function Legend({ names }: { names: SideNames }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 pb-4 text-xs">
      <span>
        <span className="rounded-xs bg-edited-soft px-1">{names.theirs}</span>
      </span>
      <span>
        <span className="rounded-xs bg-accent-soft px-1">{names.mine}</span>
      </span>
    </p>
  )
}
