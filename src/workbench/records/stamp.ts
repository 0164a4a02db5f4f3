/** `2026-11-25 13:00:00`, as the records write a time: in UTC. */
export const stampOf = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ');
