/** Pages of teams are documents and forms: they need no script of their own, on no phone. */
export const csr = false;
