import { AppError, type ErrorCode } from '@/lib/platform/errors'
import type { Refusal } from '@/lib/reviews/model'

const sentences: Record<string, [ErrorCode, string]> = {
  'not-a-person': ['forbidden', 'Only people decide. A service can read and propose.'],
  'session-only': ['forbidden', 'Only a person in the browser may decide; an API token cannot.'],
  'already-decided': [
    'conflict',
    '{by} has decided this draft meanwhile. Nothing of yours was saved; go on to the next one.',
  ],
  superseded: ['conflict', 'A newer version has taken the place of this draft. Decide that one instead.'],
  disputed: [
    'conflict',
    'The reviewers of this draft disagree. A lead settles it; it takes no further decisions.',
  ],
  'own-draft': ['conflict', 'You wrote this draft. Somebody else decides it.'],
  'already-voted': ['conflict', 'You have decided this draft already. It waits for the others.'],
  'not-assigned': ['conflict', 'This draft is assigned to others.'],
  'lease-lost': ['conflict', 'Your time for this draft was over and {by} has it now. Nothing was saved.'],
  'draft-held': ['conflict', '{by} is deciding this draft now. Take another one, or come back later.'],
  'content-changed': ['conflict', 'This is not the text that waits here. Load the draft again and read it.'],
  'not-your-decision': ['forbidden', 'Only the person who decided can take it back.'],
  'undo-stays': ['conflict', 'An undo cannot be undone. Decide the draft again.'],
  'already-undone': ['conflict', 'This decision was taken back already.'],
  'nothing-to-undo': ['conflict', 'There is no decision of yours to take back.'],
  'too-old': ['conflict', 'Only your last {depth} decisions can be taken back.'],
  'in-release': [
    'conflict',
    'Release {release} holds this approval. A release never changes; edit the guideline anew.',
  ],
  'in-audit': [
    'conflict',
    'Run {run} was released on a sample with this decision, so it stays. Compose anew to look at records again.',
  ],
  'later-decision': ['conflict', '{by} has decided on top of this. That decision must be taken back first.'],
  'sent-back': ['conflict', 'The draft was sent back since: it is decided anew. Decide it again.'],
  'newer-draft': ['conflict', 'A newer draft of it waits. Decide that one instead.'],
  'not-disputed': [
    'conflict',
    'This draft still waits for reviewers. A lead settles only what they disagree about.',
  ],
  'role-needed': ['forbidden', 'Only leads of the project settle what reviewers disagree about.'],
  'case-decided': [
    'conflict',
    'Version {number} of the guideline “{label}” was opened with it and is decided already, so it stays.',
  ],
  'warm-up-first': [
    'conflict',
    'You warm up for this kind: answer its gold questions first. Nothing was saved.',
  ],
  'warm-up-stays': ['conflict', 'You have seen the solution, so this answer of your warm-up stays.'],
  'request-key-reused': [
    'conflict',
    'This request key belongs to another decision of yours. Nothing was saved; send it with a new key.',
  ],
}

/** Throws what a refusal means, in words; does nothing when there is none. */
export function refuseDecision(refusal: Refusal | null): void {
  if (!refusal) return
  const { reason, params = {} } = refusal
  const [code, sentence] = sentences[reason] ?? ['conflict', reason]
  const message = sentence.replace(/\{(\w+)\}/g, (_all, name: string) =>
    String(params[name] || 'somebody else'),
  )
  throw new AppError(code, message, { reason, params })
}
