/** A page to read: no script travels with it. */
export const csr = false;
