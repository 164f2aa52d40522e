import { Component, type ReactNode } from 'react'
import { BrokenPage } from './Broken.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly error: unknown }

/** Shows what went wrong where a page could not be drawn at all, instead of an empty window. */
export class Guard extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <BrokenPage error={this.state.error} />
  }
}
