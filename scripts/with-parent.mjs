// Preloaded into every child: ends it when its parent is gone, however it went. The parent holds the other end of a pipe
// that it never writes to; the system closes it also after a kill -9.
import net from 'node:net'

const fd = Number(process.env.GLOSS_PARENT_FD)
const grace = Number(process.env.GLOSS_PARENT_GRACE ?? 0)
delete process.env.GLOSS_PARENT_FD // what this child starts has no such pipe
delete process.env.GLOSS_PARENT_GRACE

if (fd) {
  const pipe = new net.Socket({ fd, readable: true, writable: false })
  pipe.on('error', () => {})
  pipe.on('close', leave)
  pipe.resume()
  pipe.unref()
  // Whoever read our words is gone too; saying goodbye must not fail.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

function leave() {
  if (!grace) process.exit(1)
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), grace).unref()
}
