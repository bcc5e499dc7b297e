import { LabelTag } from '@/components/ui/label-hue'
import type { LabelCount } from '@/lib/corpora/model'

type Props = {
  labels: readonly LabelCount[]
  chosen: readonly string[]
  onToggle: (label: string) => void
}

const SHOWN = 300

/** Labels to choose among, each with how often it occurs. */
export function LabelChoice({ labels, chosen, onToggle }: Props) {
  return (
    <ul className="flex max-h-60 flex-wrap gap-1.5 overflow-y-auto">
      {labels.slice(0, SHOWN).map(({ label, items }) => (
        <li key={label} className="min-w-0">
          <button
            type="button"
            aria-pressed={chosen.includes(label)}
            onClick={() => onToggle(label)}
            className="flex h-7 max-w-full items-center rounded-md border border-transparent px-0.5 aria-pressed:border-accent max-sm:h-9"
          >
            <LabelTag label={label} count={items} raw />
          </button>
        </li>
      ))}
    </ul>
  )
}
