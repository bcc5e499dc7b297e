import type { DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import type { Approved } from '@/lib/artifacts/drafting/find-approved'
import type { ArtifactKind, Author, ContentOf } from '@/lib/artifacts/model'
import { type DraftOutcome, proposeDraft } from '@/lib/artifacts/propose-draft'
import { contentHash } from '@/lib/platform/hash'
import type { JobContext } from '@/lib/platform/jobs'

/** Puts a changed text of something approved in the queue, as its next version. What is approved stays so until people decide. */
export async function proposeChange<Kind extends ArtifactKind>(
  author: Author,
  of: {
    kind: Kind
    corpus: DescribedCorpus
    approved: Approved<Kind>
    content: ContentOf<Kind>
    callIds: string[]
    since: Date
    context: JobContext
  },
): Promise<DraftOutcome> {
  const { kind, corpus, approved, content, callIds, since, context } = of
  if (contentHash(content) === contentHash(approved.content)) return 'unchanged'
  return proposeDraft(author, {
    ...{ kind, projectId: corpus.projectId, corpusId: corpus.id, taskForm: corpus.taskForm },
    ...{ key: approved.key, content, parentId: approved.versionId, origin: { callIds }, job: context },
    asked: { again: 'all', since },
  })
}
