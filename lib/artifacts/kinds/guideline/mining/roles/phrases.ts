import { list as englishList, number, quote } from '@/lib/artifacts/kinds/guideline/mining/phrases.en'
import { list as chineseList, quote as chineseQuote } from '@/lib/artifacts/kinds/guideline/mining/phrases.zh'
import type { PhraseLanguage } from '@/lib/tasks/model'

/** How often a role is filled: from nine of ten on, from half on, from one in ten on, less. */
export const rolePresences = ['nearly-always', 'mostly', 'sometimes', 'seldom'] as const
export type RolePresence = (typeof rolePresences)[number]

export type RolePhrases = {
  role(of: {
    role: string
    /** The role that it is a part of. */
    within: string | null
    presence: RolePresence
    several: boolean
    fillers: string[]
  }): string
  /** The roles of a kind in one sentence of a definition. */
  roles(of: { always: string[]; mostly: string[] }): string
  whichRole(of: { filler: string; roles: readonly { role: string; count: number }[] }): string
  note(of: { role: string; filler: string }): string
}

const PRESENCES = {
  en: {
    'nearly-always': 'nearly always there',
    mostly: 'mostly there',
    sometimes: 'there where the text says it',
    seldom: 'seldom there',
  },
  zh: {
    'nearly-always': '几乎都有',
    mostly: '多数都有',
    sometimes: '文中提到时才有',
    seldom: '很少出现',
  },
} as const

export const rolePhrases: Record<PhraseLanguage, RolePhrases> = {
  en: {
    role: ({ role, within, presence, several, fillers }) =>
      `${quote(role)}${within ? `, a part of ${quote(within)}` : ''} (${PRESENCES.en[presence]})` +
      `${fillers.length ? `: ${englishList(fillers)}` : ''}.` +
      `${several ? ' Where there are several, each is given.' : ''}`,
    roles: ({ always, mostly }) => {
      const said = [
        always.length > 0 && `nearly every one has ${englishList(always)}`,
        mostly.length > 0 && `most have ${englishList(mostly)}`,
      ]
      const text = said.filter(Boolean).join('; ')
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
    },
    whichRole: ({ filler, roles }) =>
      `Which role is ${quote(filler)}? It fills ${roles
        .map(({ role, count }) => `${quote(role)} (${number(count)})`)
        .join(' and ')}.`,
    note: ({ role, filler }) => `${quote(role)}: ${quote(filler)}`,
  },
  zh: {
    role: ({ role, within, presence, several, fillers }) =>
      `${chineseQuote(role)}${within ? `（属于${chineseQuote(within)}）` : ''}，${PRESENCES.zh[presence]}` +
      `${fillers.length ? `：${chineseList(fillers)}` : ''}。` +
      `${several ? '有几个就写几个。' : ''}`,
    roles: ({ always, mostly }) =>
      [
        always.length > 0 && `几乎都有${chineseList(always)}`,
        mostly.length > 0 && `多数有${chineseList(mostly)}`,
      ]
        .filter(Boolean)
        .join('，')
        .concat('。'),
    whichRole: ({ filler, roles }) =>
      `${chineseQuote(filler)}算哪个角色？两种都有：${roles
        .map(({ role, count }) => `${chineseQuote(role)} ${count} 处`)
        .join('、')}。`,
    note: ({ role, filler }) => `${chineseQuote(role)}是${chineseQuote(filler)}`,
  },
}
