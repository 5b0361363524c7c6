/**
 * What a zip archive may ask of us. Sheets are streamed, so their size costs time, not memory; the
 * limits only stop archives made to exhaust the machine.
 */

/** A million rows of 15 columns are 0.6 GB of XML, of 100 columns 4 GB. */
export const MAX_STREAMED_BYTES = 6 * 2 ** 30;

/** Parts that are held in memory whole (styles, relationships) are rarely above 10 MB. */
export const MAX_WHOLE_BYTES = 128 * 2 ** 20;

/**
 * Deflate cannot exceed 1032:1. Sheets of equal short rows reach about 100:1, blank padding 300:1;
 * a bomb aims at the top.
 */
export const MAX_RATIO = 600;

/** Below this size any ratio is harmless: a part of blanks is legitimate. */
export const RATIO_FREE_BYTES = 64 * 2 ** 20;

/** Excel's own packages hold fewer than a thousand parts; one with many pictures some thousands. */
export const MAX_ENTRIES = 100_000;

/** Names of 65,535 bytes exist only in archives made to annoy. */
export const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
