'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRightLeft, Check, Merge, PencilLine, Plus, Sparkles, Undo2, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { DecisionList } from '@/components/library/decision-list'
import { NodeExpansionPart } from '@/components/taxonomy/expansion/node-expansion'
import { NodeStateMark } from '@/components/taxonomy/node-state'
import { NodeSurroundings } from '@/components/taxonomy/node-surroundings'
import { nodeQuery } from '@/components/taxonomy/taxonomy.query'
import { TreeChanges } from '@/components/taxonomy/tree-changes'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { TimeAgo } from '@/components/ui/time-ago'
import { levelsBelow } from '@/lib/taxonomy/model'
import type { NodeDetail, NodeView } from '@/lib/taxonomy/schema'

const CommentThread = dynamic(() => import('@/components/comments/comment-thread'))

export type NodeDeed = 'add' | 'rename' | 'move' | 'merge' | 'expand'
type Props = {
  project: string
  person: string
  canLead: boolean
  node: string
  onVote: (node: NodeView, mine: 'keep' | 'remove') => void
  onTakeBack: (of: { decisionId: string; nodeId: string }) => void
  onDeed: (deed: NodeDeed, node: NodeView) => void
  onChanged: () => void
  onClose: () => void
}

/** One node beside the tree: what it is, its vote, and what was said and done about it. */
export function NodePane(props: Props) {
  const { project, node: id, onClose } = props
  const t = useTranslations('taxonomy')
  const ui = useTranslations('ui')
  const { data, error, refetch } = useQuery(nodeQuery(project, id))
  const nameOf = useNodeName()
  return (
    <section aria-label={t('pane.label')} className="flex min-h-0 flex-1 flex-col">
      <header className="hairline-b flex min-h-11 items-center gap-2 py-1.5 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{data ? nameOf(data.node.name) : ' '}</h2>
        <IconButton icon={X} label={ui('close')} size="sm" silent onClick={onClose} />
      </header>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton className="m-4 h-40" />}
      {data && <Detail {...props} detail={data} />}
    </section>
  )
}

function Detail(props: Props & { detail: NodeDetail }) {
  const { project, person, detail, onVote, onTakeBack } = props
  const t = useTranslations('taxonomy')
  const nameOf = useNodeName()
  const { node, content, decisions } = detail
  const own = decisions.find(
    (one) =>
      one.reviewerId === person && one.versionId === node.version.id && !one.undone && one.verdict !== 'undo',
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex flex-col gap-3 p-4">
        <div className="flex flex-wrap items-center gap-2">
          <Badge>{t(`levels.${node.level}`)}</Badge>
          <span className="text-muted">{t(`states.${node.state}`)}</span>
          <NodeStateMark node={node} />
          {node.outOfUse && <Badge tone="rejected">{t('outOfUse')}</Badge>}
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          {(['en', 'zh'] as const).map((language) => (
            <div key={language} className="contents">
              <dt className="text-muted text-xs leading-5">{t(`fields.${language}`)}</dt>
              <dd lang={language}>{content.name[language] || '–'}</dd>
            </div>
          ))}
        </dl>
        {content.note && <p className="whitespace-pre-wrap text-muted">{content.note}</p>}
        {node.inForceAs && (
          <p className="text-edited text-xs">{t('inForceAs', { name: nameOf(node.inForceAs) })}</p>
        )}
        {node.waitsForMe && (
          <div className="flex gap-2">
            <Button className="flex-1" size="lg" onClick={() => onVote(node, 'keep')}>
              <Check className="text-approved" aria-hidden />
              {t('keep')}
            </Button>
            <Button className="flex-1" size="lg" onClick={() => onVote(node, 'remove')}>
              <X className="text-rejected" aria-hidden />
              {t('remove')}
            </Button>
          </div>
        )}
        {node.mine && (
          <p className="flex flex-wrap items-center gap-2 text-muted">
            {t(`mine.${node.mine}`)}
            {own && (
              <Button
                size="sm"
                variant="quiet"
                onClick={() => onTakeBack({ decisionId: own.id, nodeId: node.id })}
              >
                <Undo2 aria-hidden />
                {t('takeBack')}
              </Button>
            )}
          </p>
        )}
        <Deeds canLead={props.canLead} onDeed={props.onDeed} node={node} />
        <NodeExpansionPart project={project} node={node} />
      </div>
      <Tabs
        label={t('pane.label')}
        tabs={[
          {
            value: 'around',
            label: t('pane.around'),
            panel: <NodeSurroundings project={project} node={node.id} />,
          },
          { value: 'votes', label: t('pane.votes'), panel: <Votes detail={detail} /> },
          {
            value: 'comments',
            label: t('pane.comments'),
            panel: (
              <div className="p-4">
                <CommentThread project={project} artifact={node.id} version={node.version.id} />
              </div>
            ),
          },
          { value: 'history', label: t('pane.history'), panel: <History {...props} /> },
        ]}
      />
    </div>
  )
}

function Votes({ detail }: { detail: NodeDetail }) {
  const t = useTranslations('taxonomy.votes')
  return (
    <div className="flex flex-col gap-2 p-4">
      {detail.node.votes.keep === null && <p className="text-muted">{t('blind')}</p>}
      <DecisionList decisions={detail.decisions.filter(({ verdict }) => verdict !== 'undo')} />
    </div>
  )
}

function History({ project, detail, onChanged }: Props & { detail: NodeDetail }) {
  const t = useTranslations('taxonomy')
  const nameOf = useNodeName()
  return (
    <div className="flex flex-col gap-4 p-4">
      <TreeChanges project={project} changes={detail.changes} onUndone={onChanged} />
      <ol className="flex flex-col">
        {detail.versions.map((version) =>
          version.kind === 'node' ? (
            <li key={version.id} className="hairline-b flex flex-wrap items-baseline gap-x-2 py-1.5">
              <span className="text-muted text-xs">{`v${version.number}`}</span>
              <span>{nameOf(version.content.name)}</span>
              <span className="text-muted text-xs">
                {version.authorKind === 'person' ? version.author : t('byGloss')} ·{' '}
                <TimeAgo at={version.createdAt} />
              </span>
            </li>
          ) : null,
        )}
      </ol>
    </div>
  )
}

function Deeds({ node, canLead, onDeed }: Pick<Props, 'canLead' | 'onDeed'> & { node: NodeView }) {
  const t = useTranslations('taxonomy.deeds')
  return (
    <div className="-ml-2 flex flex-wrap gap-0.5">
      {levelsBelow(node.level).length > 0 && (
        <Button size="sm" variant="quiet" onClick={() => onDeed('add', node)}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
      {canLead && (
        <>
          <Button size="sm" variant="quiet" onClick={() => onDeed('expand', node)}>
            <Sparkles aria-hidden />
            {t('expand')}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => onDeed('rename', node)}>
            <PencilLine aria-hidden />
            {t('rename')}
          </Button>
          {node.parentId && (
            <Button size="sm" variant="quiet" onClick={() => onDeed('move', node)}>
              <ArrowRightLeft aria-hidden />
              {t('move')}
            </Button>
          )}
          <Button size="sm" variant="quiet" onClick={() => onDeed('merge', node)}>
            <Merge aria-hidden />
            {t('merge')}
          </Button>
        </>
      )}
    </div>
  )
}
