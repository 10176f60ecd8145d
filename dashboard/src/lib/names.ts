import { texts } from '@/texts';

// What texts do not name is shown as it calls itself: providers, features and tags are open lists.
const nameIn = (names: Record<string, string>) => (id: string) => names[id] ?? id;

/** "OpenAI" of "openai" */
export const providerName = nameIn(texts.providers);

/** "Experiments" of "experiment" */
export const featureName = nameIn(texts.features);

/** "Story" of "storyId" */
export const tagName = nameIn(texts.tags);

export const roleName = nameIn(texts.roles);

/** Those every org may have; others come from its data. */
export const KNOWN_FEATURES = Object.keys(texts.features);
