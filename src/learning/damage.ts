/** Why text could not be read. */
export type DamageReason = 'characters' | 'length' | 'checksum' | 'version' | 'content';

export class Damage extends Error {
  readonly reason: DamageReason;
  constructor(reason: DamageReason) {
    super(`The saved state is damaged: ${reason}`);
    this.reason = reason;
  }
}
