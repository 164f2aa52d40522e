import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import type { Role } from '../../electron/main/domain/person.ts'
import { Broken } from './Broken.tsx'
import { homeOf } from './navigation.ts'
import { Shell } from './Shell.tsx'

type Loaded = Awaited<ReturnType<Extract<RouteObject['lazy'], () => unknown>>>
const page = (path: string, load: () => Promise<Loaded>): RouteObject => ({ path, lazy: load })

const PATIENT: RouteObject[] = [
  page('records', async () => ({ Component: (await import('../screens/patient/Records.tsx')).Records })),
  page('records/:id', async () => ({
    Component: (await import('../screens/patient/OwnRecord.tsx')).OwnRecord,
  })),
  page('records/:id/share/:reader?', async () => ({
    Component: (await import('../screens/patient/ShareRecord.tsx')).ShareRecord,
  })),
  page('access', async () => ({ Component: (await import('../screens/patient/Access.tsx')).Access })),
  page('access/give/:reader?', async () => ({
    Component: (await import('../screens/patient/GiveAccess.tsx')).GiveAccess,
  })),
  page('access/remove/:reader', async () => ({
    Component: (await import('../screens/patient/RemoveAccess.tsx')).RemoveAccess,
  })),
  page('doctors', async () => ({ Component: (await import('../screens/patient/Doctors.tsx')).Doctors })),
]

/** Doctors, and whoever is registered to read alone. */
const READERS: RouteObject[] = [
  page('patients', async () => ({ Component: (await import('../screens/doctor/Patients.tsx')).Patients })),
  page('patients/:patient', async () => ({
    Component: (await import('../screens/doctor/PatientRecords.tsx')).PatientRecords,
  })),
  page('emergency/:patient', async () => ({
    Component: (await import('../screens/doctor/EmergencyRecords.tsx')).EmergencyRecords,
  })),
  page('emergency/:patient/:id', async () => ({
    Component: (await import('../screens/doctor/EmergencyRecord.tsx')).EmergencyRecord,
  })),
  page('patients/:patient/:id', async () => ({
    Component: (await import('../screens/doctor/PatientRecord.tsx')).PatientRecord,
  })),
]

const ADMIN: RouteObject[] = [
  page('overview', async () => ({ Component: (await import('../screens/admin/Overview.tsx')).Overview })),
  page('register/:role', async () => ({
    Component: (await import('../screens/admin/Register.tsx')).Register,
  })),
  page('people/many', async () => ({
    Component: (await import('../screens/admin/RegisterMany.tsx')).RegisterMany,
  })),
  page('compliance', async () => ({
    Component: (await import('../screens/admin/Compliance.tsx')).Compliance,
  })),
  page('performance', async () => ({
    Component: (await import('../screens/admin/Performance.tsx')).Performance,
  })),
  page('people', async () => ({ Component: (await import('../screens/admin/People.tsx')).People })),
]

const COMMON: RouteObject[] = [
  page('requests', async () => ({ Component: (await import('../screens/common/Requests.tsx')).Requests })),
  page('log', async () => ({ Component: (await import('../screens/common/Log.tsx')).Log })),
  page('emergency', async () => ({
    Component: (await import('../screens/common/Emergency.tsx')).Emergency,
  })),
  page('key', async () => ({ Component: (await import('../screens/common/MyKey.tsx')).MyKey })),
  page('settings', async () => ({
    Component: (await import('../screens/common/SettingsPage.tsx')).SettingsPage,
  })),
]

/** The pages that these roles have. Whatever else is asked for leads home. */
export function createRooms(roles: readonly Role[]) {
  const home = <Navigate to={homeOf(roles)} replace />
  return createHashRouter([
    {
      path: '/',
      Component: Shell,
      ErrorBoundary: Broken,
      HydrateFallback: () => null,
      children: [
        { index: true, element: home },
        ...(roles.includes('patient') ? PATIENT : []),
        ...(roles.some((role) => role === 'doctor' || role === 'reader') ? READERS : []),
        ...(roles.includes('admin') ? ADMIN : []),
        ...COMMON,
        { path: '*', element: home },
      ],
    },
  ])
}
