import type { OutlineTree } from '@/lib/taxonomy/outline/model'

/** A tree without what is empty. */
export function plainTree({ level, name, note, nodes }: OutlineTree): object {
  return {
    level,
    name: { ...(name.en && { en: name.en }), ...(name.zh && { zh: name.zh }) },
    ...(note && { note }),
    ...(nodes.length > 0 && { nodes: nodes.map(plainTree) }),
  }
}
