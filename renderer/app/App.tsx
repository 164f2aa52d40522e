export function App() {
  return <main>Medical-Chain</main>
}
