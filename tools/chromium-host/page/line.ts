import type { FromPage, ToPage } from '../channel.ts'
import type { Codec } from '../codec.ts'

interface LineConfig {
  socket: string
  frame: string
  bigFrame: number
}

/** The page's end of `Channel`: frames over a WebSocket, big ones by `fetch`, and the order kept across both. */
export function createLine(config: LineConfig, codec: Codec) {
  const socket = new WebSocket(config.socket)
  socket.binaryType = 'arraybuffer'
  const opened = new Promise<void>((resolve) => {
    socket.onopen = () => resolve()
  })
  let going: Promise<unknown> | null = opened
  let coming: Promise<unknown> | null = null

  const deliver = async (frame: Uint8Array<ArrayBuffer>): Promise<void> => {
    if (frame.length < config.bigFrame) socket.send(frame)
    // A Blob, because a debugger copies a body of bytes but not a Blob.
    else await fetch(config.frame, { method: 'POST', body: new Blob([frame]) })
  }
  const collect = async (id: string): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(`${config.frame}&id=${id}`)).arrayBuffer())

  return {
    /** Throws at once for what can't be cloned. */
    send(message: FromPage): void {
      const frame = codec.encode(message)
      if (!going && frame.length < config.bigFrame) {
        socket.send(frame)
        return
      }
      const mine = (going ?? Promise.resolve()).then(() => deliver(frame))
      going = mine
      void mine.finally(() => {
        if (going === mine) going = null
      })
    },
    listen(receive: (message: ToPage) => void): void {
      const take = (frame: Uint8Array): void => receive(codec.decode(frame) as ToPage)
      socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
        if (!coming && typeof data !== 'string') {
          take(new Uint8Array(data))
          return
        }
        const frame = typeof data === 'string' ? collect(data) : new Uint8Array(data)
        const mine = (coming ?? Promise.resolve()).then(() => frame).then(take)
        coming = mine
        void mine.finally(() => {
          if (coming === mine) coming = null
        })
      }
    },
  }
}
