import { Button } from '@mantine/core'
import { IconUser, IconUserShield } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Charge } from '../../../electron/main/domain/custody.ts'
import type { SessionState } from '../../../electron/main/domain/session.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatLongDay, NO_END, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Stack } from '../../ui/Rail.tsx'
import { RowLine, RowOf, Rows } from '../../ui/Rows.tsx'

type Props = { readonly state: Extract<SessionState, { stage: 'choose' }> }

/** Whether somebody comes for themselves, or for whom their wallet acts. */
export function ChooseAccount({ state: { address, own, charges } }: Props) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const words = useFailureWords()
  const choose = useAct('session.choose')
  const button = (account: Charge['address'], label: string) => (
    <Button
      variant="default"
      loading={choose.isPending && choose.variables.account === account}
      onClick={() => choose.mutate({ account })}
      aria-label={label}
    >
      {t('onboarding.choose.open')}
    </Button>
  )
  const note = (until: number): string =>
    until === NO_END
      ? t('onboarding.choose.own')
      : t('onboarding.choose.until', { until: formatLongDay(until) })
  return (
    <Stack>
      <Rows>
        {own && (
          <RowOf
            icon={IconUser}
            words={
              <>
                <RowLine>
                  <strong>{t('onboarding.choose.yourself')}</strong>
                </RowLine>
                <span className="mono tiny dim">{shortAddress(address)}</span>
              </>
            }
          >
            {button(address, t('onboarding.choose.openYourself'))}
          </RowOf>
        )}
        {charges.map((charge) => {
          const name = names.plain(charge.name, charge.address)
          return (
            <RowOf
              key={charge.address}
              icon={IconUserShield}
              words={
                <>
                  <RowLine>
                    <strong data-private>{t('onboarding.choose.for', { name })}</strong>
                  </RowLine>
                  <span className="tiny dim">{note(charge.until)}</span>
                </>
              }
            >
              {button(charge.address, t('onboarding.choose.openFor', { name }))}
            </RowOf>
          )
        })}
      </Rows>
      {choose.error !== null && <FailureLine words={words(choose.error)} />}
    </Stack>
  )
}
