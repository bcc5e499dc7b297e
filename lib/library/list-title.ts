import { type BothLanguages, type SomeContent, titleOf } from '@/lib/artifacts/model'

const MOST_SHOWN = 240

/** Title and excerpt, as much of them as a row has room for. */
export function listTitle(of: SomeContent): { title: BothLanguages; excerpt: BothLanguages } {
  const { title, excerpt } = titleOf(of)
  const cut = ({ en, zh }: BothLanguages) => ({ en: en.slice(0, MOST_SHOWN), zh: zh.slice(0, MOST_SHOWN) })
  return { title: cut(title), excerpt: cut(excerpt) }
}
