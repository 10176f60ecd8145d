import type { Member } from '@/api/answers';

const person = (userId: string, name: string, role: string, since: string): Member => ({
  userId,
  name,
  role,
  email: `${userId}@northwind.example`,
  since,
});

/** Northwind Labs has one owner; a machine has neither name nor address. */
export const members: Member[] = [
  {
    userId: 'ci-runner',
    name: 'ci-runner',
    email: '',
    role: 'member',
    since: '2026-02-14T10:00:00Z',
  },
  person('ines.moreau', 'Inès Moreau', 'member', '2025-11-03T09:12:00Z'),
  person('mara.lindqvist', 'Mara Lindqvist', 'owner', '2025-10-01T08:00:00Z'),
  person('priya.raman', 'Priya Raman', 'billing', '2025-12-11T13:45:00Z'),
  person('tom.okafor', 'Tom Okafor', 'admin', '2025-10-02T08:30:00Z'),
];
