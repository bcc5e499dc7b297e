export const LAST_PROJECT_COOKIE = 'gloss-project'
