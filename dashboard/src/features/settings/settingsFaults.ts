import { fieldFaultOf } from '@/api/fieldFault';
import { texts } from '@/texts';

const words = texts.settings;

export interface SettingsFields {
  name: string;
  timeZone: string;
  currencyLabel: string;
  retentionDays: string;
}

export type SettingsFaults = Partial<Record<keyof SettingsFields, string>>;

const MAX_NAME = 200;
const MAX_LABEL = 8;
const MAX_DAYS = 36_500;

export const isRetention = (typed: string): boolean =>
  typed === '' || (/^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MAX_DAYS);

export function faultsIn({ name, currencyLabel, retentionDays }: SettingsFields): SettingsFaults {
  const length = name.trim().length;
  return {
    ...((length === 0 || length > MAX_NAME) && { name: words.nameRule }),
    ...(currencyLabel.trim().length > MAX_LABEL && { currencyLabel: words.currencyRule }),
    ...(!isRetention(retentionDays.trim()) && { retentionDays: words.retentionRule }),
  };
}

const FIELDS = ['name', 'timeZone', 'currencyLabel', 'retentionDays'] as const;

/** What the service refused, at its field. */
export function refusedIn(error: Error | null): SettingsFaults {
  const fault = fieldFaultOf(error);
  const field = FIELDS.find((name) => name === fault?.field);
  return fault === undefined || field === undefined ? {} : { [field]: fault.message };
}
