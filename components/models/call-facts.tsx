'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { seconds, useCallPrice } from '@/components/models/use-call-columns'
import { TextLink } from '@/components/ui/text-link'
import type { CallDetail } from '@/lib/calls/schema'

type FactName = Parameters<ReturnType<typeof useTranslations<'models.call.fact'>>>[0]

/** What a call was and cost. */
export function CallFacts({ project, call }: { project: string; call: CallDetail }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const priceOf = useCallPrice(project)
  const at = `/p/${project}/models/calls`
  const { prompt, version, about, tokens, batchId, jobId } = call
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      <Fact name="prompt">
        <TextLink quiet href={`${at}?prompt=${prompt}`} className="font-mono text-xs">
          {`${prompt}@${version}`}
        </TextLink>
      </Fact>
      <Fact name="about">
        <TextLink quiet href={`${at}?about=${encodeURIComponent(about.key)}`}>
          {about.key || about.kind}
        </TextLink>
      </Fact>
      <Fact name="connection">{call.connectionName}</Fact>
      <Fact name="model">
        <Mono>{call.model}</Mono>
      </Fact>
      {call.servedModel && call.servedModel !== call.model && (
        <Fact name="servedModel">
          <Mono>{call.servedModel}</Mono>
        </Fact>
      )}
      <Fact name="role">{t(`roles.${call.role}`)}</Fact>
      <Fact name="turn">{t(`calls.turns.${call.turn}`)}</Fact>
      {call.candidate > 0 && <Fact name="candidate">{format.number(call.candidate + 1)}</Fact>}
      <Fact name="parameters">
        <Mono>{parametersOf(call)}</Mono>
      </Fact>
      {tokens && (
        <Fact name="tokens">{`${format.number(tokens.prompt)}, ${format.number(tokens.completion)}`}</Fact>
      )}
      <Fact name="cost">{priceOf(call)}</Fact>
      {call.latencyMs !== null && <Fact name="latency">{seconds(format, call.latencyMs)}</Fact>}
      <Fact name="attempts">{format.number(call.attempts)}</Fact>
      {call.finishReason && (
        <Fact name="finish">
          <Mono>{call.finishReason}</Mono>
        </Fact>
      )}
      <Fact name="at">
        {format.dateTime(new Date(call.startedAt), { dateStyle: 'medium', timeStyle: 'medium' })}
      </Fact>
      {jobId && (
        <Fact name="job">
          <TextLink href={`${at}?job=${jobId}`}>{t('call.jobCalls')}</TextLink>
          {batchId && <span className="text-muted"> {t('call.batch')}</span>}
        </Fact>
      )}
      <Fact name="hashes">
        {(['words', 'input', 'request'] as const).map((name) => (
          <span key={name} className="block truncate text-xs">
            <span className="text-muted">{t(`call.hash.${name}`)}</span>{' '}
            <span className="font-mono">{call[`${name}Hash`].slice(0, 12)}</span>
          </span>
        ))}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: FactName; children: ReactNode }) {
  const t = useTranslations('models.call.fact')
  return (
    <>
      <dt className="text-muted text-xs">{t(name)}</dt>
      <dd className="min-w-0 tabular-nums">{children}</dd>
    </>
  )
}

function Mono({ children }: { children: string }) {
  return <span className="font-mono text-xs">{children}</span>
}

function parametersOf({ parameters }: CallDetail): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined)
  return given.map(([name, value]) => `${name} ${String(value)}`).join(', ') || '–'
}
