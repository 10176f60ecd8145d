import type { Member } from '@/api/answers';
import { texts } from '@/texts';

/** As docs/access.md lists them, the mightiest first. */
export const ROLES = ['owner', 'admin', 'billing', 'member'] as const;

export type Role = (typeof ROLES)[number];

export interface Powers {
  /** Whether the reader makes owners and takes that from them: an owner or a superadmin. */
  rulesOwners: boolean;
  owners: number;
}

export function powersOf(role: string | null, superadmin: boolean, members: Member[]): Powers {
  return {
    rulesOwners: superadmin || role === 'owner',
    owners: members.filter((member) => member.role === 'owner').length,
  };
}

/** Why a member may not be taken away; what the service would refuse is not offered. */
export function whyKept(member: Member, { rulesOwners, owners }: Powers): string | undefined {
  if (member.role !== 'owner') {
    return undefined;
  }
  if (!rulesOwners) {
    return texts.members.ownersOnly;
  }
  return owners === 1 ? texts.members.lastOwner : undefined;
}

/** The roles a member may get from the reader; undefined for a new one. */
export function rolesFor(member: Member | undefined, powers: Powers): readonly Role[] {
  if (member !== undefined && whyKept(member, powers) !== undefined) {
    return ['owner'];
  }
  return powers.rulesOwners ? ROLES : ROLES.filter((role) => role !== 'owner');
}
