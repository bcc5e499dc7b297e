import { textOf } from '../read-request'
import type { Answerer } from './answerer'
import { linesOf, textAt } from './read-fenced'

/** The texts as they are, marked as translated: nobody takes them for a translation. */
export const translateText: Answerer = {
  prompt: 'translate-text',
  answer({ fences, request, version }) {
    const isIntoChinese = /^Translate these texts from .* into Simplified Chinese/m.test(
      textOf(request, 'user'),
    )
    const mark = isIntoChinese
      ? `（译文${version > 1 ? version : ''}）`
      : `(translated${version > 1 ? ` ${version}` : ''}) `
    return { texts: linesOf(fences, 'texts').map((line) => `${mark}${textAt(line, 'text')}`.slice(0, 4000)) }
  },
}
