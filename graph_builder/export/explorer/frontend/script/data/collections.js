// Lists, groups and sets.

/** @type {<K, T>(groups: Map<K, T[]>, key: K, item: T) => void} */
export const addTo = (groups, key, item) => {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
};

/** @type {<K, T>(sets: Map<K, Set<T>>, key: K) => Set<T>} */
export const setAt = (sets, key) => {
  let set = sets.get(key);
  if (set === undefined) sets.set(key, (set = new Set()));
  return set;
};

/** @type {<K, T>(items: Iterable<T>, key: (item: T) => K) => Map<K, T[]>} */
export const grouped = (items, key) => {
  const groups = new Map();
  for (const item of items) addTo(groups, key(item), item);
  return groups;
};

/** @type {<T>(items: T[]) => T[]} */
export const distinct = (items) => (items.length < 2 ? items : [...new Set(items)]);

/**
 * Return the numbers below a count that pass a test.
 * @type {(count: number, test: (index: number) => boolean) => Int32Array}
 */
export function numbersWhere(count, test) {
  const found = new Int32Array(count);
  let amount = 0;
  for (let index = 0; index < count; index += 1) if (test(index)) found[amount++] = index;
  return found.subarray(0, amount);
}

/**
 * Return the first `count` items in an order, without sorting all of them.
 * @template T
 * @param {T[]} items
 * @param {number} count
 * @param {(left: T, right: T) => number} compare
 */
export function foremost(items, count, compare) {
  /** @type {T[]} */
  const first = [];
  for (const item of items) {
    if (first.length === count && compare(item, first[count - 1]) >= 0) continue;
    let at = first.length;
    while (at > 0 && compare(item, first[at - 1]) < 0) at -= 1;
    first.splice(at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

/**
 * Return what two ascending lists have in common.
 * @type {(left: number[], right: number[]) => number[]}
 */
export function sharedBetween(left, right) {
  const both = [];
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    if (left[a] === right[b]) both.push(left[a]);
    if (left[a] <= right[b]) a += 1;
    else b += 1;
  }
  return distinct(both);
}
