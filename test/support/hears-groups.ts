import { createSocket } from 'node:dgram'

/** Whether this machine hears what it says to a group: without that, computers don't find each other. */
export const hearsGroups = await new Promise<boolean>((done) => {
  const socket = createSocket('udp4', () => end(true))
  const giveUp = setTimeout(() => end(false), 1_000)
  const end = (heard: boolean): void => {
    clearTimeout(giveUp)
    socket.removeAllListeners().close()
    done(heard)
  }
  socket
    .once('error', () => end(false))
    .bind(0, () => {
      try {
        socket.addMembership('224.0.0.251')
        socket.send('heard', socket.address().port, '224.0.0.251')
      } catch {
        end(false)
      }
    })
})
