'use client'

import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

type Props = { label: string; hint: string; text: string; onChange: (text: string) => void }

/** A content as the text of its file, to write in. */
export function TextEditor({ label, hint, text, onChange }: Props) {
  return (
    <Field label={label} hint={hint}>
      <Textarea
        value={text}
        rows={22}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        className="whitespace-pre font-mono text-xs"
      />
    </Field>
  )
}
