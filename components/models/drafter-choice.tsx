'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { connectionsQuery } from '@/components/models/connections.query'
import { type DraftOrder, needsModel, roleFor } from '@/components/models/draft-order'
import { budgetQuery } from '@/components/models/spend.query'
import { isStandIn } from '@/components/models/stand-in'
import { useMoney } from '@/components/models/use-money'
import { Badge } from '@/components/ui/badge'
import { ErrorLine } from '@/components/ui/error-state'
import { TextLink } from '@/components/ui/text-link'
import { MICROS } from '@/lib/calls/model'
import type { ConnectionView } from '@/lib/connections/schema'

type Props = { project: string; order: DraftOrder; onChange: (change: Partial<DraftOrder>) => void }

/** The miner, or one of the connected services with the model that would be asked and its price. */
export function DrafterChoice({ project, order, onChange }: Props) {
  const t = useTranslations('models.drafting')
  const { data, error } = useQuery(connectionsQuery(project))
  const items = data?.items ?? []
  const role = roleFor(order.kind)
  const isModelOnly = needsModel(order.kind)
  const able = items.filter(({ roles }) => roles[role])
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="pb-1.5 font-medium text-xs">{t('who')}</legend>
      {!isModelOnly && (
        <Choice
          isChosen={order.by === 'miner'}
          hint={t('minerText')}
          onChoose={() => onChange({ by: 'miner', isBatch: false })}
        >
          {t('miner')}
        </Choice>
      )}
      {items.map((connection) => (
        <Service
          key={connection.id}
          {...{ project, order, connection }}
          onChoose={() => onChange({ by: { connectionId: connection.id } })}
        />
      ))}
      {isModelOnly && data && able.length === 0 && (
        <p className="text-muted text-xs">
          {t('noneFor')} <TextLink href={`/p/${project}/models`}>{t('connect')}</TextLink>
        </p>
      )}
      {order.by !== 'miner' && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={order.isBatch}
            onChange={(event) => onChange({ isBatch: event.target.checked })}
          />
          <span>
            {t('batch')}
            <span className="block text-muted text-xs">{t('batchText')}</span>
          </span>
        </label>
      )}
      <ErrorLine error={error} />
    </fieldset>
  )
}

type ServiceProps = Omit<Props, 'onChange'> & { connection: ConnectionView; onChoose: () => void }

function Service({ project, order, connection, onChoose }: ServiceProps) {
  const t = useTranslations('models')
  const role = roleFor(order.kind)
  const settings = connection.roles[role]
  const price = usePriceWords(project, connection, settings?.model)
  return (
    <Choice
      isChosen={order.by !== 'miner' && order.by.connectionId === connection.id}
      disabled={!settings}
      hint={
        settings
          ? t('drafting.modelText', { model: settings.model, price })
          : t('drafting.noRole', { role: t(`roles.${role}`) })
      }
      onChoose={onChoose}
    >
      {connection.name}
      {isStandIn(connection) && (
        <Badge tone="waiting" className="ml-2">
          {t('connections.standIn')}
        </Badge>
      )}
    </Choice>
  )
}

function usePriceWords(project: string, { prices }: ConnectionView, model = ''): string {
  const t = useTranslations('models')
  const { data: budget } = useQuery(budgetQuery(project))
  const money = useMoney(budget?.currency ?? 'USD')
  const price = prices[model]
  if (!price) return t('money.unpriced')
  return t('drafting.pricePer', {
    input: money(price.input * MICROS),
    output: money(price.output * MICROS),
  })
}

type ChoiceProps = {
  isChosen: boolean
  disabled?: boolean
  hint: string
  onChoose: () => void
  children: ReactNode
}

function Choice({ isChosen, disabled, hint, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex items-start gap-2 has-disabled:text-muted">
      <input
        type="radio"
        name="by"
        className="mt-1"
        checked={isChosen}
        disabled={disabled}
        onChange={onChoose}
      />
      <span>
        {children}
        <span className="block text-muted text-xs">{hint}</span>
      </span>
    </label>
  )
}
