/** Only reached with `showQrModal`, which this app never sets. */
export function createAppKit() {
  throw new Error('Medical-Chain shows the pairing code itself')
}
