'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import FormatForm from '@/components/reviews/format-form'
import { FormatRenderings } from '@/components/reviews/format-trial'
import { formatTypist } from '@/components/reviews/format-typist'
import { FoundText } from '@/components/reviews/found-text'
import { useTyping } from '@/components/reviews/use-typing'
import { Select } from '@/components/ui/select'
import { useWrite } from '@/components/writing/writing.query'
import { WritingDialog, type WritingProps } from '@/components/writing/writing-dialog'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import { type CarrierName, carriers } from '@/lib/formats/model'

/** A format variant, written by a person. */
export default function WriteFormat(props: WritingProps) {
  const changed = props.changing?.kind === 'format' ? props.changing.content : null
  const [carrier, setCarrier] = useState<CarrierName>(changed?.carrier ?? carriers[0])
  return <FormatOfCarrier key={carrier} {...props} carrier={carrier} onCarrier={setCarrier} />
}

type Props = WritingProps & { carrier: CarrierName; onCarrier: (carrier: CarrierName) => void }

function FormatOfCarrier(props: Props) {
  const { project, carrier, changing } = props
  const t = useTranslations('writing')
  const names = useTranslations('reviews.format.carriers')
  const content = changing?.kind === 'format' ? changing.content : emptyFormat(carrier)
  const id = changing ? `change-${changing.id}` : `format-in-${carrier}`
  const typing = useTyping({ id, content }, props.person, formatTypist)
  const shown = useDeferredValue({ ...content, ...typing.typed })
  const write = useWrite(project, (draft) => {
    typing.discard()
    props.onWritten(draft)
    props.onClose()
  })
  const send = () => {
    const saving = typing.save()
    if (saving.kind === 'content')
      write.mutate({
        kind: 'format',
        content: saving.content,
        changing: changing && { artifact: changing.artifactId, base: changing.id },
      })
  }
  return (
    <WritingDialog
      kind="format"
      changing={changing}
      choices={
        <Select
          label={t('carrier')}
          value={carrier}
          onChange={props.onCarrier}
          options={(changing ? [carrier] : carriers).map((value) => ({ value, label: names(value) }))}
        />
      }
      form={
        <>
          {typing.found && typing.keptAt === null && <FoundText typing={typing} onResume={typing.resume} />}
          <FormatForm project={project} content={content} typing={typing} isNew />
        </>
      }
      beside={<FormatRenderings project={project} shown={shown} seed={0} />}
      error={write.error}
      merging={{
        project,
        person: props.person,
        mine: () => formatTypist.contentOf(typing.typed, content),
        onMerged: (merged, after) =>
          changing &&
          write.mutate({
            ...{ kind: 'format', content: merged as FormatContent },
            changing: { artifact: changing.artifactId, base: after },
          }),
      }}
      busy={write.isPending}
      onSend={send}
      onClose={props.onClose}
    />
  )
}

function emptyFormat(carrier: CarrierName) {
  return {
    name: '',
    carrier,
    parameters: {},
    taskForms: [],
    ask: { en: [], zh: [] },
    askRecords: { en: [], zh: [] },
  }
}
