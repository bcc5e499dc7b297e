'use client'

import { PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Suspense, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { WritingProps } from '@/components/writing/writing-dialog'
import { writingForms } from '@/components/writing/writing-forms'
import type { VersionView } from '@/lib/artifacts/schema'

type Props = Omit<WritingProps, 'changing' | 'onClose'> & { version: VersionView; corpusId: string | null }

/** Opens the newest version of a guideline, rule or format to write its next; answers of a rule and syllabi are changed at the desk. */
export function ChangeArtifact({ version, corpusId, ...props }: Props) {
  const t = useTranslations('writing')
  /** As it was when somebody began: what comes after it is another's text, not what they change. */
  const [opened, setOpened] = useState<VersionView | null>(null)
  const { kind } = version
  if (kind !== 'guideline' && kind !== 'rule' && kind !== 'format') return null
  const Form = writingForms[kind]
  const corpora = props.corpora.filter(({ id }) => id === corpusId)
  return (
    <>
      <IconButton icon={PencilLine} label={t('change')} size="sm" onClick={() => setOpened(version)} />
      {opened && (
        <Suspense>
          <Form {...props} corpora={corpora} changing={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  )
}
