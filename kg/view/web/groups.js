// Who has more to do with one another than with others: the Louvain method (Blondel and others, 2008), in a fixed order.

// ids, and links as [one, other, weight]; returns the number of its group by id, groups of fewer than three left out.
export function groupsOf(ids, links) {
  let home = new Map(ids.map((id) => [id, id]));
  let edges = links.filter(([one, other]) => one !== other && home.has(one) && home.has(other));
  for (let level = 0; level < 6; level += 1) {
    const moved = settled([...new Set(home.values())].sort(), edges);
    if (!moved) break;
    home = new Map([...home].map(([id, group]) => [id, moved.get(group)]));
    edges = merged(edges.map(([one, other, weight]) => [moved.get(one), moved.get(other), weight]));
  }
  return numbered(home);
}

function merged(edges) {
  const sums = new Map();
  for (const [one, other, weight] of edges) {
    const key = [one, other].sort().join(" ");
    sums.set(key, (sums.get(key) || 0) + weight);
  }
  return [...sums].map(([key, weight]) => [...key.split(" "), weight]);
}

// Moves each to the group that it gains most by, until none moves; null where none has moved at all.
function settled(nodes, edges) {
  const near = new Map(nodes.map((node) => [node, new Map()]));
  const degree = new Map(nodes.map((node) => [node, 0]));
  let whole = 0;
  for (const [one, other, weight] of edges) {
    whole += 2 * weight;
    for (const [from, to] of [[one, other], [other, one]]) {
      degree.set(from, degree.get(from) + weight);
      if (one !== other) near.get(from).set(to, (near.get(from).get(to) || 0) + weight);
    }
  }
  const group = new Map(nodes.map((node) => [node, node]));
  const total = new Map(degree);
  let any = false;
  for (let round = 0, moving = true; moving && round < 20; round += 1) {
    moving = false;
    for (const node of nodes) {
      const mine = group.get(node);
      total.set(mine, total.get(mine) - degree.get(node));
      const ties = new Map([[mine, 0]]);
      for (const [other, weight] of near.get(node)) ties.set(group.get(other), (ties.get(group.get(other)) || 0) + weight);
      const gain = (one) => ties.get(one) - (total.get(one) * degree.get(node)) / (whole || 1);
      const best = [...ties.keys()].sort().reduce((one, other) => (gain(other) > gain(one) + 1e-9 ? other : one), mine);
      total.set(best, total.get(best) + degree.get(node));
      if (best !== mine) [moving, any] = [true, true];
      group.set(node, best);
    }
  }
  return any ? group : null;
}

function numbered(home) {
  const members = new Map();
  for (const [id, group] of home) members.set(group, [...(members.get(group) || []), id]);
  const large = [...members.values()].filter((group) => group.length > 2).sort((one, other) => other.length - one.length || one[0].localeCompare(other[0]));
  return new Map(large.flatMap((group, number) => group.map((id) => [id, number])));
}
