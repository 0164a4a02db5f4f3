/** A launch with the half that writes, loaded as the player loads it when its first screen stands. */
import type { Driver, Launch, LaunchedRecord, RecordWriter } from '../../src/tracking/record.ts';

export interface Begun {
  driver: Driver;
  launched: LaunchedRecord;
  launch: Launch;
  writer: RecordWriter;
}

export async function begin(driver: Driver): Promise<Begun> {
  const launched = await driver.open();
  const { launch } = launched;
  const writer = await launched.loadWriter();
  return {
    driver,
    launched,
    launch,
    get writer() {
      if (!writer) throw new Error(`nobody can write: ${launch.problem?.detail}`);
      return writer;
    },
  };
}
