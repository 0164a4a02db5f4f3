declare module 'virtual:heading-face' {
  /** Address of the headings' face, cut when the player is built. */
  const url: string;
  export default url;
}
declare module 'virtual:reading-face' {
  /** Address of the face for readers with dyslexia, likewise. */
  const url: string;
  export default url;
}
