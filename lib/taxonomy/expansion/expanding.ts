import type { Author } from '@/lib/artifacts/model'
import type { JobContext } from '@/lib/platform/jobs'
import type { AskedHow, ExpansionOrder } from '@/lib/taxonomy/expansion/model'

/** What every node of one expansion is asked with. */
export type Expanding = {
  projectId: string
  order: ExpansionOrder
  how: AskedHow
  author: Author
  since: Date
  context: JobContext
}
