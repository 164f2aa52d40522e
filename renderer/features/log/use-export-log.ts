import { useAct } from '../../lib/calls.ts'

/** Saves the log where the person says. */
export const useExportLog = () => useAct('log.export')
