import { Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { keyOf, useFolders } from '../../lib/folders.ts'
import { useMe } from '../../lib/me.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Rail } from '../../ui/Rail.tsx'
import { GiveFields, GiveSentence } from './GiveIntent.tsx'
import { GiveTerms } from './GiveTerms.tsx'
import { folderChoices, proposedKeys } from './give-folders.ts'
import { firstTerms, type Terms, untilOf } from './give-terms.ts'
import { IntentCard } from './IntentCard.tsx'
import { Chosen, KeyChanged, KeyWords, ReaderChoice } from './ReaderChoice.tsx'

type Props = {
  readonly reader: Address | null
  readonly onChoose: (reader: string) => void
  readonly onDone: () => void
}

/** Chooses a doctor first; with one chosen, the terms and the card that is signed. */
export function GivePanel({ reader, onChoose, onDone }: Props) {
  return reader === null ? (
    <Panel>
      <ReaderChoice onChoose={onChoose} />
    </Panel>
  ) : (
    <GiveTo key={reader} reader={reader} onChoose={onChoose} onDone={onDone} />
  )
}

function GiveTo({ reader, onChoose, onDone }: Props & { readonly reader: Address }) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const me = useMe()
  const { data: preview, error, isFetchedAfterMount } = useCall('access.previewGive', { reader })
  const { data: requests } = useCall('access.requests')
  const folders = useFolders(me.address)
  const [chosen, setChosen] = useState<Partial<Terms>>({})
  const give = useAct('access.give')
  const decline = useAct('access.decline')
  const asked = requests?.some(
    (request) => request.doctor === reader && request.patient === me.address && request.state === 'waiting',
  )
  const refuse = (): void => {
    if (asked === true) decline.mutate({ doctor: reader }, { onSuccess: onDone })
    else onDone()
  }
  const choices = folderChoices(folders, preview?.reader.specialties ?? [])
  // Proposed once, from what is so now: nothing is ticked or unticked under a hand that is about to choose.
  const [proposed, setProposed] = useState<readonly string[] | null>(null)
  if (proposed === null && preview !== undefined && isFetchedAfterMount && folders.loaded)
    setProposed(proposedKeys(choices, preview))
  const terms: Terms = { ...firstTerms(proposed ?? []), ...chosen }
  const sign = (until: number): void => {
    const { mayAdd, folders: keys } = terms
    const to = choices.filter((choice) => keys.includes(keyOf(choice.to))).map((choice) => choice.to)
    const given = {
      folders: to.flatMap((each) => ('folder' in each ? [each.folder] : [])),
      specialties: to.flatMap((each) => ('specialty' in each ? [each.specialty] : [])),
    }
    give.mutate({ reader, ...given, mayAdd, until }, { onSuccess: onDone })
  }
  const failure = error ?? give.error ?? decline.error
  const card =
    preview === undefined || proposed === null ? (
      <Panel label={t('give.title')}>{error === null && <Skeleton height={220} />}</Panel>
    ) : (
      <IntentCard
        preview={preview}
        mayAdd={terms.mayAdd}
        plain={<GiveSentence preview={preview} terms={terms} choices={choices} />}
        fields={<GiveFields preview={preview} terms={terms} choices={choices} />}
        until={terms.folders.length === 0 ? null : untilOf(terms)}
        signLabel={t('give.sign')}
        declineLabel={t(asked === true ? 'requests.decline' : 'give.notNow')}
        onDecline={refuse}
        onSign={sign}
        busy={give.isPending}
      />
    )
  return (
    <Rail rail={card}>
      {failure !== null && <FailureLine words={words(failure)} />}
      <KeyChanged preview={preview} />
      <Panel label={t('give.doctor')}>
        <Chosen reader={reader} preview={preview} onChoose={onChoose} />
        {proposed !== null && (
          <GiveTerms
            terms={terms}
            choices={choices}
            canAdd={preview?.reader.roles.includes('doctor') ?? false}
            onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
          />
        )}
      </Panel>
      <KeyWords preview={preview} />
    </Rail>
  )
}
