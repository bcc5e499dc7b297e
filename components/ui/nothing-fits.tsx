import { SearchX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type Props = { title: string; text: string; clear: string; onClear: () => void }

/** A list whose search and filters leave nothing of it. */
export function NothingFits({ title, text, clear, onClear }: Props) {
  return (
    <EmptyState icon={SearchX} title={title} action={<Button onClick={onClear}>{clear}</Button>}>
      {text}
    </EmptyState>
  )
}
