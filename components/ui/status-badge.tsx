import {
  Check,
  CircleDashed,
  Layers,
  type LucideIcon,
  PencilLine,
  Scale,
  SkipForward,
  Undo2,
  X,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'

const STATUSES: Record<string, { icon: LucideIcon; tone: Tone }> = {
  waiting: { icon: CircleDashed, tone: 'waiting' },
  disputed: { icon: Scale, tone: 'waiting' },
  proposed: { icon: PencilLine, tone: 'waiting' },
  approved: { icon: Check, tone: 'approved' },
  edited: { icon: PencilLine, tone: 'edited' },
  rejected: { icon: X, tone: 'rejected' },
  superseded: { icon: Layers, tone: 'neutral' },
  skipped: { icon: SkipForward, tone: 'neutral' },
  undone: { icon: Undo2, tone: 'neutral' },
}
export type Status =
  | 'waiting'
  | 'disputed'
  | 'proposed'
  | 'approved'
  | 'edited'
  | 'rejected'
  | 'superseded'
  | 'skipped'
  | 'undone'

/** The four meanings (and what is beside them): always colour, icon and word. */
export function StatusBadge({ status, className }: { status: Status; className?: string }) {
  const t = useTranslations('ui.status')
  const { icon: Icon, tone } = STATUSES[status]!
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden />
      {t(status)}
    </Badge>
  )
}
