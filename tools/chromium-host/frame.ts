import { originOf } from './origins.ts'
import { Guarded } from './supplied.ts'

let lastRoutingId = 0

/** The main frame of one document: a navigation to another document makes a new one and detaches this. */
export class HostFrame extends Guarded {
  readonly routingId: number
  readonly processId = 1
  readonly frameTreeNodeId: number
  readonly parent = null
  readonly name = ''
  readonly frames: HostFrame[] = []
  readonly loaderId: string
  url: string
  detached = false
  private readonly post: (channel: string, args: unknown[]) => void

  constructor(url: string, loaderId: string, treeNode: number, post: HostFrame['post']) {
    super('webFrameMain')
    lastRoutingId += 1
    this.routingId = lastRoutingId
    this.frameTreeNodeId = treeNode
    this.url = url
    this.loaderId = loaderId
    this.post = post
  }

  get top(): HostFrame {
    return this
  }

  get origin(): string {
    return originOf(this.url)
  }

  isDestroyed(): boolean {
    return this.detached
  }

  send(channel: string, ...args: unknown[]): void {
    this.post(channel, args)
  }
}
