'use client'

import { PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { WritingProps } from '@/components/writing/writing-dialog'
import { writingForms } from '@/components/writing/writing-forms'

const WRITTEN = ['guideline', 'rule', 'format'] as const

type Props = Pick<WritingProps, 'project' | 'person' | 'corpora' | 'onWritten'>

/** What a person can write from nothing. Each becomes a draft like any other. */
export function WriteMenu(props: Props) {
  const t = useTranslations('writing')
  const [writing, setWriting] = useState<(typeof WRITTEN)[number] | null>(null)
  const Form = writing && writingForms[writing]
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button>
            <PencilLine className="size-4" aria-hidden />
            {t('write')}
          </Button>
        }
      >
        {WRITTEN.map((kind) => (
          <MenuItem
            key={kind}
            disabled={kind !== 'format' && props.corpora.length === 0}
            onSelect={() => setWriting(kind)}
          >
            {t(`kinds.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
      {Form && (
        <Suspense>
          <Form {...props} onClose={() => setWriting(null)} />
        </Suspense>
      )}
    </>
  )
}
