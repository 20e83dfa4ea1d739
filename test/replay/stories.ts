import { OUTSIDE_STORIES } from './outside.stories.js';
import { REASON_STORIES } from './reason.stories.js';
import { SCOPE_STORIES } from './scope.stories.js';
import type { Stories } from './story.js';
import { TURN_STORIES } from './turn.stories.js';

/** Every kept life by name. */
export const STORIES: Stories = { ...REASON_STORIES, ...TURN_STORIES, ...SCOPE_STORIES, ...OUTSIDE_STORIES };
