import { UNKNOWN_LANGUAGE } from '@/lib/corpora/survey/model'

const CHARACTERS_READ = 120

/** Loaded with the first survey: its tables are of no use to the web process. */
export async function loadLanguageGuess(): Promise<(text: string) => string> {
  const { eld } = await import('eld/extrasmall')
  return (text) => {
    const guess = eld.detect(text.slice(0, CHARACTERS_READ))
    return guess.language !== '' && guess.isReliable() ? guess.language : UNKNOWN_LANGUAGE
  }
}
