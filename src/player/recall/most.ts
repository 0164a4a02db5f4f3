/** Questions of one short practice: what is asked between two things must not become a task of its own. */
export const MOST = 5;
