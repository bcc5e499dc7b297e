import { CopyButton } from '@/components/ui/copy-button'

/** Something that is shown once: to select whole, or to copy. */
export function SecretLine({ text, copy }: { text: string; copy: string }) {
  return (
    <div className="flex items-center gap-2 rounded-md border border-line bg-sunken p-2">
      <code className="min-w-0 flex-1 select-all break-all font-mono text-xs">{text}</code>
      <CopyButton text={text} label={copy} />
    </div>
  )
}
