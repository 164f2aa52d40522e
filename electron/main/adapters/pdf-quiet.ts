// pdf.js warns of the canvas that it does not find while it is loaded. Text needs none, and this thread draws nothing.
console.warn = () => undefined

export {}
