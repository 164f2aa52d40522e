import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A field for a passphrase, with an eye that everybody can reach and that says what it does. */
export function PassphraseInput(props: PasswordInputProps) {
  const { t } = useTranslation('screens')
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': t('unlock.show'), tabIndex: 0, 'aria-hidden': false }}
      {...props}
    />
  )
}
