'use client'

import { Check, CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { modelsOf } from '@/components/models/connection-draft'
import { ConnectionTest, TestingMark, useIsTesting } from '@/components/models/connection-test'
import { useTestConnection } from '@/components/models/connections.query'
import { RemoveConnection } from '@/components/models/remove-connection'
import { isStandIn } from '@/components/models/stand-in'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { connectionRoles, type Tested } from '@/lib/connections/model'
import type { ConnectionView } from '@/lib/connections/schema'

type Props = { project: string; connection: ConnectionView; onChange: () => void }

/** One service in a calm row: how it stands, where it is, which of its models does what; beneath, what its test found. */
export function ConnectionRow({ project, connection, onChange }: Props) {
  const t = useTranslations('models.connections')
  const test = useTestConnection(project)
  const isTesting = useIsTesting(project, connection)
  const { id, name, baseUrl, tested } = connection
  return (
    <li className="hairline-b flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="min-w-0 font-medium">{name}</h2>
            <StateOf state={isTesting ? 'testing' : stateOf(tested)} />
            {isStandIn(connection) && <Badge tone="waiting">{t('standIn')}</Badge>}
          </div>
          <p className="flex flex-wrap gap-x-3 text-muted text-xs">
            <span className="font-mono">{baseUrl}</span>
            <KeyOf connection={connection} />
          </p>
          <RolesOf connection={connection} />
        </div>
        <div className="flex items-center gap-1">
          <Button
            size="sm"
            aria-label={t(tested ? 'testAgainOf' : 'testOf', { name })}
            busy={test.isPending || isTesting}
            onClick={() => test.mutate(id)}
          >
            {tested ? t('testAgain') : t('test')}
          </Button>
          <Button size="sm" aria-label={t('changeOf', { name })} onClick={onChange}>
            {t('change')}
          </Button>
          <RemoveConnection project={project} connection={connection} />
        </div>
      </div>
      <ErrorLine error={test.error} />
      <ConnectionTest project={project} connection={connection} />
    </li>
  )
}

type State = 'untested' | 'passed' | 'doubtful' | 'failed' | 'testing'

function stateOf(tested: Tested | null): State {
  if (!tested) return 'untested'
  if (!tested.passed) return 'failed'
  return tested.checks.some(({ outcome }) => outcome === 'doubtful') ? 'doubtful' : 'passed'
}

const LOOK: Record<State, { tone: Tone; icon: typeof Check }> = {
  untested: { tone: 'neutral', icon: CircleDashed },
  testing: { tone: 'accent', icon: CircleDashed },
  passed: { tone: 'approved', icon: Check },
  doubtful: { tone: 'waiting', icon: TriangleAlert },
  failed: { tone: 'rejected', icon: CircleAlert },
}

function StateOf({ state }: { state: State }) {
  const t = useTranslations('models.connections.state')
  const { tone, icon: Icon } = LOOK[state]
  return (
    <Badge tone={tone}>
      {state === 'testing' ? <TestingMark /> : <Icon aria-hidden />}
      {t(state)}
    </Badge>
  )
}

function KeyOf({ connection: { hasKey, keyLastFour } }: { connection: ConnectionView }) {
  const t = useTranslations('models.connections')
  if (!hasKey) return <span>{t('noKey')}</span>
  if (!keyLastFour) return <span>{t('keyHidden')}</span>
  return <span>{t('key', { lastFour: `••••${keyLastFour}` })}</span>
}

/** Roles with one model stand together: "drafter, judge qwen3". */
function RolesOf({ connection: { roles } }: { connection: ConnectionView }) {
  const t = useTranslations('models')
  const models = modelsOf(roles)
  const playedBy = (model: string) => connectionRoles.filter((role) => roles[role]?.model === model)
  if (models.length === 0) return <p className="text-waiting text-xs">{t('connections.noRoles')}</p>
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
      {models.map((model) => (
        <li key={model} className="min-w-0">
          <span className="font-mono">{model}</span>{' '}
          <span className="text-muted">
            {playedBy(model)
              .map((role) => t(`roles.${role}`))
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
