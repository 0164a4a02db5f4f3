/** What the parts of the trial raise for the page around them. */
import { BubblingEvent } from '../../player/design/bubbling-event.ts';
import type { Faults, LaunchRequest, Removable } from '../shapes.ts';

export class LaunchEvent extends BubblingEvent {
  readonly request: LaunchRequest;
  constructor(request: LaunchRequest) {
    super('wb-launch');
    this.request = request;
  }
}

/** Another package or learner is looked at. */
export class ChosenEvent extends BubblingEvent {
  readonly package: string;
  readonly learner: string;
  constructor(packageId: string, learner: string) {
    super('wb-chosen');
    this.package = packageId;
    this.learner = learner;
  }
}

/** In one of the form's fields something else was chosen. */
export class PickEvent extends BubblingEvent {
  readonly picked: Partial<LaunchRequest>;
  constructor(picked: Partial<LaunchRequest>) {
    super('wb-pick');
    this.picked = picked;
  }
}

/** A package or a learner is to go, with all attempts. */
export class RemoveEvent extends BubblingEvent {
  readonly what: Removable;
  constructor(what: Removable) {
    super('wb-remove');
    this.what = what;
  }
}

/** A zip was dropped in, or chosen. */
export class PackageEvent extends BubblingEvent {
  readonly file: File;
  constructor(file: File) {
    super('wb-package');
    this.file = file;
  }
}

export class LearnerEvent extends BubblingEvent {
  readonly name: string;
  readonly language: string;
  constructor(name: string, language: string) {
    super('wb-learner');
    this.name = name;
    this.language = language;
  }
}

export class FaultsEvent extends BubblingEvent {
  readonly faults: Faults;
  constructor(faults: Faults) {
    super('wb-faults');
    this.faults = faults;
  }
}

/** The calls of an earlier launch are to be shown. */
export class CallsEvent extends BubblingEvent {
  readonly launch: string;
  constructor(launch: string) {
    super('wb-calls');
    this.launch = launch;
  }
}

/** All that the learner who is looked at did in the package is to be forgotten. */
export class ResetEvent extends BubblingEvent {
  constructor() {
    super('wb-reset');
  }
}

declare global {
  interface HTMLElementEventMap {
    'wb-launch': LaunchEvent;
    'wb-chosen': ChosenEvent;
    'wb-package': PackageEvent;
    'wb-pick': PickEvent;
    'wb-remove': RemoveEvent;
    'wb-learner': LearnerEvent;
    'wb-faults': FaultsEvent;
    'wb-calls': CallsEvent;
    'wb-reset': ResetEvent;
  }
}
