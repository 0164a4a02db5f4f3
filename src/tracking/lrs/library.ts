/** The library that speaks to an LRS, in a module of its own: what its format needs of the bundler comes with it, and not before. */
export { default as XAPI } from '@xapi/xapi';
