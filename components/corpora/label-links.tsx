'use client'

import type { InstanceFilter } from '@/components/corpora/instance-filter'
import { BarList } from '@/components/ui/bar-list'
import { LabelTag, useHueOf } from '@/components/ui/label-hue'
import type { LabelCount } from '@/lib/corpora/model'

type Props = {
  name: string
  labels: readonly LabelCount[]
  /** So many of them at most. */
  most?: number
  addressOf: (filter: Partial<InstanceFilter>) => string
}

/** Labels by how many instances have them, each number a link to these instances. */
export function LabelLinks({ name, labels, most = labels.length, addressOf }: Props) {
  const hueOf = useHueOf()
  const sorted = labels.toSorted((a, b) => b.instances - a.instances)
  const bars = sorted.slice(0, most).map(({ label, instances }) => ({
    key: label,
    label: <LabelTag label={label} />,
    value: instances,
    href: addressOf({ label }),
    color: `var(--hue-${hueOf(label)}-ink)`,
  }))
  return <BarList label={name} bars={bars} />
}
