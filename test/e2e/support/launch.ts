export { type Launched, type LaunchOptions, launchApp, nextWindow, ROOT } from '../../../tools/tour/launch.ts'
