import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { ActingBand } from '../features/custody/ActingBand.tsx'
import { DrillNotice } from '../features/emergency/DrillNotice.tsx'
import { EmergencyNotice } from '../features/emergency/EmergencyNotice.tsx'
import { ChainBanner } from '../features/network/ChainBanner.tsx'
import { LockSoon } from '../features/session/LockSoon.tsx'
import { WalletReminder } from '../features/session/MyWallet.tsx'
import { CommandDesk } from './CommandDesk.tsx'
import { Nav } from './Nav.tsx'
import css from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

/** Navigation, top bar and one page. */
export function Shell() {
  const { t } = useTranslation('common')
  const { pathname } = useLocation()
  useRegions()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top
  useEffect(() => {
    // Its promise (CSSOM View) must not become the effect's clean-up.
    void document.getElementById('page')?.scrollTo(0, 0)
  }, [pathname])
  return (
    <CommandDesk>
      <div className={css.root}>
        <button
          type="button"
          className={css.skip}
          onClick={() => document.querySelector<HTMLElement>('#page h1')?.focus()}
        >
          {t('skip')}
        </button>
        <Nav />
        <TopBar />
        <main id="page" className={css.page} data-region tabIndex={-1}>
          <ChainBanner />
          <ActingBand />
          <WalletReminder />
          <EmergencyNotice />
          <DrillNotice />
          <Outlet />
        </main>
        <LockSoon />
      </div>
    </CommandDesk>
  )
}

/** F6 goes from region to region, Shift+F6 back. */
function useRegions(): void {
  useEffect(() => {
    const go = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return
      event.preventDefault()
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
      const here = regions.findIndex((region) => region.contains(document.activeElement))
      const step = event.shiftKey ? regions.length - 1 : 1
      regions[(Math.max(here, 0) + step) % regions.length]?.focus()
    }
    window.addEventListener('keydown', go)
    return () => window.removeEventListener('keydown', go)
  }, [])
}
