/** The check of packages, on the packages that were made and in the browser that is there. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkPackage } from '../../packaging/check/package.ts';
import { fromBytes } from '../../packaging/check/zip/source.ts';
import check from '../../packaging/commands/check.ts';
import { SCORM_12 } from '../unit/check/packages.ts';
import { zipOf } from '../unit/check/raw-zip.ts';
import { packageFile } from './packages.ts';

/** All others are checked as they are made: none is written that has a finding above a note (`makePackages`). */
it('has nothing above a note against this project’s own website', async () => {
  const { findings } = await checkPackage(fromBytes(await readFile(await packageFile('short', 'web'))));
  expect(findings.map(({ id, severity }) => [id, severity])).toEqual([['web-only', 'note']]);
});

/** Sets a status in vain, goes on, asks another host, and leaves the session to itself. */
const COURSE = `var api = parent.API;
api.LMSInitialize("");
api.LMSSetValue("cmi.core.lesson_status", "finished");
api.LMSSetValue("cmi.core.lesson_status", "incomplete");
fetch("https://example.org/").catch(function () { api.LMSSetValue("cmi.core.lesson_location", "alone"); });
parent.alert("Hello");
gone();`;

it('launches a package in the strict LMS, where its scripts reach nobody, and tells what it heard', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'launch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'course.zip');
  await writeFile(file, zipOf({ ...SCORM_12, 'js/course.js': COURSE }));
  let said = '';
  const code = await check([file, '--launch'], {
    say: (text) => (said += text),
    complain: (text) => (said += text),
  });
  expect(code).toBe(0);
  expect(said).toMatch(
    /launch-reports: At the start: Initialize; .*incomplete; SetValue cmi\.core\.lesson_location alone\. On exit: nothing/,
  );
  expect(said).toMatch(/launch-refused: Refused: SetValue cmi\.core\.lesson_status finished \(error 405\)/);
  expect(said).toMatch(/launch-unfinished/);
  expect(said).toMatch(/launch-error: 1 mistake: .*gone is not defined/);
});

it('lets no package reach another program by WebRTC either', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'launch-'));
  const sink = createSocket('udp4');
  onTestFinished(async () => {
    sink.close();
    await rm(folder, { recursive: true });
  });
  let packets = 0;
  sink.on('message', () => packets++);
  sink.bind(0, '127.0.0.1');
  await once(sink, 'listening');
  const course = `var api = parent.API;
api.LMSInitialize("");
var line = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${sink.address().port}" }] });
line.createDataChannel("out");
line.createOffer().then(function (offer) { return line.setLocalDescription(offer); }).then(function () {
  api.LMSSetValue("cmi.core.lesson_location", "offered");
});`;
  const file = path.join(folder, 'course.zip');
  await writeFile(file, zipOf({ ...SCORM_12, 'js/course.js': course }));
  let said = '';
  await check([file, '--launch'], { say: (text) => (said += text), complain: (text) => (said += text) });
  expect(said).toContain('lesson_location offered');
  expect(packets).toBe(0);
});
