import * as advice from '@/lib/artifacts/advice/schema'
import * as comments from '@/lib/artifacts/comments/schema'
import * as comparisons from '@/lib/artifacts/comparisons/schema'
import * as drafting from '@/lib/artifacts/drafting/schema'
import * as learning from '@/lib/artifacts/learning/schema'
import * as origins from '@/lib/artifacts/origin/schema'
import * as artifacts from '@/lib/artifacts/schema'
import * as writing from '@/lib/artifacts/writing/schema'
import * as calls from '@/lib/calls/schema'
import * as connections from '@/lib/connections/schema'
import * as fixes from '@/lib/corpora/fixes/schema'
import * as instances from '@/lib/corpora/instances/schema'
import * as labelNames from '@/lib/corpora/label-names/schema'
import * as mappings from '@/lib/corpora/mappings/schema'
import * as corpora from '@/lib/corpora/schema'
import * as surveys from '@/lib/corpora/survey/schema'
import * as agreement from '@/lib/evaluation/agreement/schema'
import * as dashboards from '@/lib/evaluation/schema'
import * as exports from '@/lib/exports/schema'
import * as filters from '@/lib/library/filters/schema'
import * as folder from '@/lib/library/folder/schema'
import * as releases from '@/lib/library/releases/schema'
import * as reuse from '@/lib/library/reuse/schema'
import * as library from '@/lib/library/schema'
import * as lineage from '@/lib/lineage/schema'
import * as people from '@/lib/people/schema'
import * as platform from '@/lib/platform/schema'
import * as notifications from '@/lib/projects/notifications/schema'
import * as projects from '@/lib/projects/schema'
import * as adjudication from '@/lib/reviews/adjudication/schema'
import * as conflicts from '@/lib/reviews/conflicts/schema'
import * as gold from '@/lib/reviews/gold/schema'
import * as keys from '@/lib/reviews/keys/schema'
import * as lots from '@/lib/reviews/lots/schema'
import * as plans from '@/lib/reviews/plans/schema'
import * as rechecks from '@/lib/reviews/rechecks/schema'
import * as reviews from '@/lib/reviews/schema'
import * as audits from '@/lib/synthesis/audits/schema'
import * as recipes from '@/lib/synthesis/recipes/schema'
import * as synthesis from '@/lib/synthesis/schema'
import * as expansion from '@/lib/taxonomy/expansion/schema'
import * as outline from '@/lib/taxonomy/outline/schema'
import * as taxonomy from '@/lib/taxonomy/schema'

/** Every noun that has endpoints, in the order of the loop. A test holds this list against the folders of `lib`. */
export const schemaModules = {
  platform,
  people,
  projects: { ...projects, ...notifications },
  connections,
  calls,
  corpora: { ...corpora, ...instances, ...mappings, ...surveys, ...fixes, ...labelNames },
  artifacts: {
    ...artifacts,
    ...drafting,
    ...advice,
    ...origins,
    ...learning,
    ...comparisons,
    ...writing,
    ...comments,
  },
  reviews: { ...reviews, ...adjudication, ...conflicts, ...gold, ...keys, ...lots, ...plans, ...rechecks },
  library: { ...library, ...filters, ...folder, ...reuse, ...releases },
  taxonomy: { ...taxonomy, ...outline, ...expansion },
  synthesis: { ...synthesis, ...recipes, ...audits },
  lineage,
  exports,
  evaluation: { ...dashboards, ...agreement },
}
