/** Who was sent from a result to what is worth reading again has a way back to it on every section, until they have taken it. */
const sent = new WeakSet<object>();

/** @param player The store of the player in which it is. */
export const sendToRead = (player: object): unknown => sent.add(player);

export const readsForResult = (player: object): boolean => sent.has(player);

export const cameBack = (player: object): unknown => sent.delete(player);
