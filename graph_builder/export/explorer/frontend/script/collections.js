// Lists, groups and sets.

export const addTo = (groups, key, item) => {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
};

export const setAt = (sets, key) => {
  if (!sets.has(key)) sets.set(key, new Set());
  return sets.get(key);
};

export const grouped = (items, key) => {
  const groups = new Map();
  for (const item of items) addTo(groups, key(item), item);
  return groups;
};

export const distinct = (items) => (items.length < 2 ? items : [...new Set(items)]);

// The first few in an order, without ordering all.
export function foremost(items, count, compare) {
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

// Both lists rise.
export function sharedBetween(left, right) {
  const both = [];
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    if (left[a] === right[b]) both.push(left[a]);
    if (left[a] <= right[b]) a += 1;
    else b += 1;
  }
  return distinct(both);
}
