import type { Notice } from '@/lib/projects/notifications/model'

/** Where a notice leads: to the desk for what waits there, to the library for what was said or settled. */
export function noticeLink(project: string, notice: Notice): string {
  const to = (path: string) => `/p/${project}/${path}`
  switch (notice.kind) {
    case 'assigned':
      return to('queue')
    case 'sent-back':
      return notice.versionId ? to(`queue?version=${notice.versionId}`) : to('queue')
    case 'disputed':
      return (notice.count ?? 1) === 1 && notice.versionId
        ? to(`queue/disputes?draft=${notice.versionId}`)
        : to('queue/disputes')
    case 'mentioned':
    case 'adjudicated':
      return to(`library?state=all&artifact=${notice.artifactId}`)
  }
}
