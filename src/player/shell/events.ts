/** What parts of the shell ask of the shell itself. They bubble and cross shadow roots. */

abstract class ShellEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Open or close the outline. */
export class MenuEvent extends ShellEvent {
  constructor() {
    super('cm-menu');
  }
}

/** Show the help lines. */
export class HelpEvent extends ShellEvent {
  constructor() {
    super('cm-help');
  }
}

/** Save and exit. */
export class ExitEvent extends ShellEvent {
  constructor() {
    super('cm-exit');
  }
}

/** Show every word in another language of the course. */
export class LanguageEvent extends ShellEvent {
  readonly language: string;
  constructor(language: string) {
    super('cm-language');
    this.language = language;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cm-menu': MenuEvent;
    'cm-help': HelpEvent;
    'cm-exit': ExitEvent;
    'cm-language': LanguageEvent;
  }
}
