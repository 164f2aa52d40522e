export { type Launched, type LaunchOptions, launchApp, ROOT } from '../../../tools/tour/launch.ts'
