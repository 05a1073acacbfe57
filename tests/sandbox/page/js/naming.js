// How the page tells the sandbox which element a person used.

/**
 * Names an element. A bot that changes a message or view without block ids gets new ones each time, so a block id is
 * only sent where it is needed to tell two elements apart.
 */
export function elementName(blocks, block, element) {
  const name = { action_id: element.action_id };
  return timesUsed(blocks, element.action_id) > 1 ? { ...name, block_id: block.block_id } : name;
}

function timesUsed(node, actionId) {
  if (!node || typeof node !== "object") return 0;
  const here = node.action_id === actionId ? 1 : 0;
  return Object.values(node).reduce((sum, child) => sum + timesUsed(child, actionId), here);
}
