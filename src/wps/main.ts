/** The page that WPS loads at its start: the ribbon's callbacks. */
import { createRibbon } from './createRibbon';
import { findWpsRoot } from './wpsRoot';

Object.assign(
  window,
  createRibbon({ findRoot: () => findWpsRoot(window), base: window.location.href }),
);
