import { Button } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Notice } from '../../ui/Notice.tsx'

/** On every page but the one that it leads to: what somebody is asked, read out, and where they answer. */
export function AskedNotice({
  children,
  ...look
}: Pick<ComponentProps<typeof Notice>, 'tone' | 'icon' | 'children'>) {
  const { t } = useTranslation('screens')
  const { pathname } = useLocation()
  if (pathname.startsWith('/emergency')) return null
  return (
    <Notice
      {...look}
      live
      wide
      action={
        <Button component={Link} to="/emergency" variant="default" size="compact-sm" h={30} px={14}>
          {t('emergency.look')}
        </Button>
      }
    >
      <span data-private>{children}</span>
    </Notice>
  )
}
