declare module 'virtual:heading-face' {
  /** Address of the headings' face, cut when the player is built. */
  const url: string;
  export default url;
}
