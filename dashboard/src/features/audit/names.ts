import { texts } from '@/texts';

const actions: Record<string, string> = texts.audit.actions;
const fields: Record<string, string> = texts.audit.fields;

export const actionName = (action: string): string => actions[action] ?? action;

export const fieldLabel = (field: string): string => fields[field] ?? field;
