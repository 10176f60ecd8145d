import { Problem } from './problem';

export interface FieldFault {
  field: string;
  /** What is allowed there, as a sentence. */
  message: string;
}

// How the services begin a sentence about one field: "Field 'email' must …", "'rates.input' must …".
const ABOUT_A_FIELD = /^(?:(?:Field|Parameter) )?'([^']+)':? (.+)$/s;

/** The field that a service refused, so that its sentence can stand there; undefined where it named none. */
export function fieldFaultOf(error: unknown): FieldFault | undefined {
  if (!(error instanceof Problem) || error.detail === undefined) {
    return undefined;
  }
  const [, field, rest] = ABOUT_A_FIELD.exec(error.detail) ?? [];
  if (field === undefined || rest === undefined) {
    return undefined;
  }
  return { field, message: rest.charAt(0).toUpperCase() + rest.slice(1) };
}
