import type { Status } from '@/components/ui/status-badge'
import type { GoldVerdict } from '@/lib/reviews/gold/model'

export const VERDICT_STATUS: Record<GoldVerdict, Status> = {
  approve: 'approved',
  edit: 'edited',
  reject: 'rejected',
}
