import type { Analysis } from '../core';

/** By customer index, the place on the call list, from 1 on; NaN for none. */
export function findListPlaces({ callList, customers }: Analysis): Float64Array {
  const places = new Float64Array(customers.count).fill(NaN);
  callList.forEach((customer, index) => {
    places[customer] = index + 1;
  });
  return places;
}
