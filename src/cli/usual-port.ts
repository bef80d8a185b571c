/** Where a server of Sentra listens when nobody says another port; `npm start` does too. */
export const USUAL_PORT = 3000;
