// Nothing at run time: the compiler compares what the host supplies with electron.d.ts, so that a call the app may
// make here has Electron's own types there. A class's events and its links to other classes are left out, because
// the host's are the narrower ones.
import type { App, BrowserWindow, NativeTheme, PowerMonitor, WebContents } from 'electron'
import type { HostApp } from './app.ts'
import type { HostBrowserWindow } from './browser-window.ts'
import type { HostPowerMonitor } from './desk.ts'
import type { HostTheme } from './native-theme.ts'
import type { HostWebContents } from './web-contents.ts'

/** The members both have, but for emitters and for what leads to another of the host's objects. */
type Same<Host, Real, Links extends string = never> = Pick<
  Real,
  Exclude<keyof Host & keyof Real, Links | keyof NodeJS.EventEmitter>
>

type AppLinks = 'commandLine' | 'getPath' | 'setPath'
type WindowLinks = 'webContents' | 'getParentWindow' | 'getChildWindows' | 'setMenu' | 'setIcon'
type ContentsLinks = 'session' | 'ipc' | 'mainFrame'

export type Checked = [
  HostApp extends Same<HostApp, App, AppLinks> ? true : never,
  HostBrowserWindow extends Same<HostBrowserWindow, BrowserWindow, WindowLinks> ? true : never,
  HostWebContents extends Same<HostWebContents, WebContents, ContentsLinks> ? true : never,
  HostTheme extends Same<HostTheme, NativeTheme> ? true : never,
  HostPowerMonitor extends Same<HostPowerMonitor, PowerMonitor> ? true : never,
]

export const checked: Checked = [true, true, true, true, true]
