import { createContext } from 'react';

/** The time zone whose clocks the log shows. */
export const CallZone = createContext('UTC');
