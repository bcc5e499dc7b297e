'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { nodeQuery } from '@/components/taxonomy/taxonomy.query'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { levelsBelow } from '@/lib/taxonomy/model'
import { addNodeEndpoint, type NodeView, renameNodeEndpoint } from '@/lib/taxonomy/schema'

type Props = {
  project: string
  /** `add`: below the node, or at the top; `rename`: the node itself. */
  deed: 'add' | 'rename'
  node: NodeView | null
  onDone: (node: NodeView) => void
  onClose: () => void
}

/** Adds a node or gives one another name. A name that people have voted on is left behind only knowingly. */
export function NodeDialog({ project, deed, node, onDone, onClose }: Props) {
  const t = useTranslations('taxonomy')
  const ui = useTranslations('ui')
  const nameOf = useNodeName()
  const before = deed === 'rename' ? node : null
  const levels = levelsBelow(node?.level ?? null)
  const [level, setLevel] = useState(levels[0]!)
  const [en, setEn] = useState(before?.name.en ?? '')
  const [zh, setZh] = useState(before?.name.zh ?? '')
  const { data } = useQuery({ ...nodeQuery(project, before?.id ?? ''), enabled: before !== null })
  const [typed, setNote] = useState<string | null>(null)
  const note = typed ?? data?.content.note ?? ''
  const voted = before?.votes.cast ?? 0
  const saving = useMutation({
    mutationFn: () => {
      const name = { en, zh }
      return before
        ? callEndpoint(renameNodeEndpoint, {
            params: { project, node: before.id },
            body: { name, note, askAgain: voted > 0 },
          })
        : callEndpoint(addNodeEndpoint, {
            params: { project },
            body: { parentId: node?.id ?? null, level, name, note },
          })
    },
    onSuccess: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  const title = before
    ? t('dialog.rename', { name: nameOf(before.name) })
    : node
      ? t('dialog.addBelow', { name: nameOf(node.name) })
      : t('dialog.addField')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <form className="flex flex-col gap-3" onSubmit={submit}>
        {!before && levels.length > 1 && (
          <Field label={t('fields.level')} name="level">
            <Select
              label={t('fields.level')}
              value={level}
              onChange={setLevel}
              options={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
            />
          </Field>
        )}
        <Field label={t('fields.en')}>
          <Input value={en} maxLength={120} onValueChange={setEn} />
        </Field>
        <Field label={t('fields.zh')}>
          <Input lang="zh" value={zh} maxLength={120} onValueChange={setZh} />
        </Field>
        <Field label={t('fields.note')} optional={t('fields.optional')}>
          <Textarea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {voted > 0 && <p className="text-waiting">{t('dialog.voted', { count: voted })}</p>}
        <ErrorLine error={saving.error} />
        <div className="flex justify-end gap-2">
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button
            type="submit"
            variant="primary"
            busy={saving.isPending}
            disabled={(en.trim() === '' && zh.trim() === '') || (before !== null && !data)}
          >
            {before ? t('dialog.save') : t('deeds.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
