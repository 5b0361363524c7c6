import { setFlagsFromString } from 'node:v8';

/*
 * A run lasts seconds, and most of its loops run once: what V8's optimising compiler takes competes
 * with the work itself. Less is inlined into one function (920 bytes of bytecode by default), and no
 * loop is compiled twice for its first round (measured at 100,000 rows on two hardware threads: a
 * seventh off reading, analysing and writing the customers). Both have to be set before anything is
 * optimised.
 */
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
setFlagsFromString('--no-turbo-loop-peeling');
