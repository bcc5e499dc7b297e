'use client'

import { type RefObject, useImperativeHandle } from 'react'
import type { PlaceProps } from '@/components/reviews/place-props'
import type { Typing } from '@/components/reviews/use-typing'
import type { ArtifactKind, ContentOf } from '@/lib/artifacts/model'

type Given<Kind extends ArtifactKind> = Pick<
  PlaceProps<Kind>,
  'ref' | 'session' | 'mode' | 'lost' | 'say'
> & {
  typing: Pick<Typing<ContentOf<Kind>>, 'found' | 'resume' | 'save'>
  article: RefObject<HTMLElement | null>
  /** What approving means here, where it is more than a verdict. */
  approve?: () => void
}

/** Opening the form, saving it and leaving it, as the keys and the bar below call them. */
export function usePlaceEditing<Kind extends ArtifactKind>(given: Given<Kind>) {
  const { session, typing, article } = given
  const edit = () => {
    if (given.lost || given.mode === 'editing') return
    if (typing.found) typing.resume()
    session.setMode('editing')
  }
  const leave = () => {
    session.setMode('reading')
    requestAnimationFrame(() => article.current?.focus({ preventScroll: true }))
  }
  const save = () => {
    const saving = typing.save()
    if (saving.kind === 'content')
      session.decide({ verdict: 'edit', content: saving.content }, saving.comment)
    if (saving.kind === 'unchanged') {
      given.say('unchanged')
      leave()
    }
  }
  const approve = given.approve ?? (() => session.decide({ verdict: 'approve' }))
  useImperativeHandle(given.ref, () => ({ edit, save, approve }))
  return { edit, leave, save, approve }
}
