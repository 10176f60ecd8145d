import { Outlet } from 'react-router';
import { useMe } from '@/api/useMe';
import { Forbidden } from '@/components/states/Forbidden';

export function SuperadminOnly() {
  return useMe().superadmin ? <Outlet /> : <Forbidden />;
}
