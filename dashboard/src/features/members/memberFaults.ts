import { fieldFaultOf } from '@/api/fieldFault';
import { statusOf } from '@/api/problem';
import { texts } from '@/texts';

const words = texts.members;

export interface MemberFields {
  userId: string;
  name: string;
  email: string;
  role: string;
}

export type MemberFaults = Partial<Record<keyof MemberFields, string>>;

const EMAIL = /^[^@\s]+@[^@\s]+$/;

/** @param taken ids that a new member cannot have; none when one is edited */
export function localFaults({ userId, email }: MemberFields, taken: string[]): MemberFaults {
  return {
    ...(userId.trim() === '' && { userId: words.required }),
    ...(taken.includes(userId.trim()) && { userId: words.already }),
    ...(email.trim() !== '' && !EMAIL.test(email.trim()) && { email: words.emailRule }),
  };
}

const FIELDS = ['userId', 'name', 'email', 'role'] as const;

/** What the service refused, at the field it is about. Who may be an owner is about the role. */
export function refusedFaults(error: Error | null): MemberFaults {
  if (error === null) {
    return {};
  }
  const fault = fieldFaultOf(error);
  const field = FIELDS.find((name) => name === fault?.field);
  if (fault !== undefined && field !== undefined) {
    return { [field]: fault.message };
  }
  const status = statusOf(error);
  return status === 403 || status === 409 ? { role: error.message } : {};
}
