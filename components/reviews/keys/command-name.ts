'use client'

import { useTranslations } from 'next-intl'
import { type DeskCommand, deskCommandNames } from '@/lib/reviews/keys/model'

const CHOICES = deskCommandNames.filter((name) => name.startsWith('choice'))

/** What a command does, in words. */
export function useCommandName(): (command: DeskCommand) => string {
  const t = useTranslations('keys')
  return (command) =>
    CHOICES.includes(command)
      ? t('choice', { number: CHOICES.indexOf(command) + 1 })
      : t(`commands.${command as 'approve'}`)
}
