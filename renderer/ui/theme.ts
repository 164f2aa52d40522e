import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const INK: MantineColorsTuple = [
  '#ECEEFB',
  '#DADFF6',
  '#C3CAF0',
  '#AEBBFF',
  '#8797EC',
  '#6F80E3',
  '#5263D4',
  '#2C3EA8',
  '#22318A',
  '#19256B',
]
const GRAY: MantineColorsTuple = [
  '#F5F6F3',
  '#ECEEE9',
  '#DEE1DB',
  '#CBD0C8',
  '#A5ADA6',
  '#7D867F',
  '#5F6963',
  '#48524C',
  '#2B342F',
  '#17201B',
]
const DARK: MantineColorsTuple = [
  '#E8EDE9',
  '#B5BFB8',
  '#939E97',
  '#76817A',
  '#3C4640',
  '#2D3530',
  '#212723',
  '#191E1B',
  '#111513',
  '#0C0F0D',
]

/** A dialog's header is no banner of the page. */
const NO_BANNER = { header: { role: 'presentation' } }

/** What opens over the page stays in its part of it, for the ear and the Tab key, and is cut off nowhere. */
const IN_PLACE = { withinPortal: false, floatingStrategy: 'fixed' } as const

/** The direction's tokens: ink is a person's decision, everything else stays quiet. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink: INK, gray: GRAY, dark: DARK },
  fontFamily: "'IBM Plex Sans Variable', 'IBM Plex Sans', sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '0.9375rem', xl: '1.125rem' },
  lineHeights: { xs: '1rem', sm: '1.125rem', md: '1.3125rem', lg: '1.375rem', xl: '1.625rem' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '2rem' },
      h2: { fontSize: '1.125rem', lineHeight: '1.625rem' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.375rem' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        centered: true,
        overlayProps: { backgroundOpacity: 0.38 },
        transitionProps: { duration: 200 },
        attributes: NO_BANNER,
      },
    },
    Drawer: {
      defaultProps: {
        position: 'right',
        overlayProps: { backgroundOpacity: 0.38 },
        transitionProps: { duration: 200 },
        attributes: NO_BANNER,
      },
    },
    Popover: { defaultProps: { ...IN_PLACE, transitionProps: { duration: 120 } } },
    Combobox: { defaultProps: IN_PLACE },
    Tooltip: { defaultProps: IN_PLACE },
    // Its placeholder takes the focus first, and is nothing that a menu may hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] } },
  },
})

/** Mantine's own variables, pointed at the tokens of `tokens.css`. */
const VARIABLES = {
  '--mantine-color-body': 'var(--mc-canvas)',
  '--mantine-color-text': 'var(--mc-text)',
  '--mantine-color-dimmed': 'var(--mc-text-3)',
  '--mantine-color-default': 'var(--mc-surface)',
  '--mantine-color-default-hover': 'var(--mc-sunken)',
  '--mantine-color-default-border': 'var(--mc-edge)',
  '--mantine-color-placeholder': 'var(--mc-text-3)',
  '--mantine-color-error': 'var(--mc-bad)',
  '--mantine-color-anchor': 'var(--mc-ink)',
  '--mantine-primary-color-light-color': 'var(--mc-ink)',
}

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: VARIABLES,
  dark: VARIABLES,
})
