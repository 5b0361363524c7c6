/**
 * `npm start`: builds the workbench where that has not been done, and serves it on this machine.
 * PORT chooses the port.
 */
import { buildSiteIfStale } from './buildSite.mjs';
import { serveSite } from './staticServer.mjs';

const FIRST_PORT = 3210;

buildSiteIfStale();
const { url } = await listen();
console.log(`柜组交接 · Handover Analyst: ${url}`);
console.log('Ctrl+C 结束 · stops');

/** The usual port or, where it is taken, any other. */
async function listen() {
  const chosen = process.env.PORT;
  if (chosen) return serveSite(Number(chosen));
  try {
    return await serveSite(FIRST_PORT);
  } catch {
    return serveSite(0);
  }
}
